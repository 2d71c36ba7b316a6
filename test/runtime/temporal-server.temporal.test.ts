import { Connection } from '@temporalio/client';
import { expect, test } from 'vitest';
import { testTemporal } from '../support/temporal.ts';

test('the development server keeps closed runs for 30 days', async () => {
  const { address, namespace } = testTemporal();
  const connection = await Connection.connect({ address });
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  } finally {
    await connection.close();
  }
});
