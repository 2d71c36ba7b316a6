import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegisterService } from '../../src/registers/service.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { type OpenLedger, openLedger } from '../ledger/open-ledger.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

it('counts what registers decide as what workflows decide is counted', async () => {
  const metrics = createMetrics();
  const registers = createRegisterService({
    ledger: open.ledger,
    requestHash: (text) => text,
    observe: metrics.observeDecision,
  });
  const register = (commandId: string) =>
    registers.send('register/calendar/uji', 'live', {
      command: {
        commandId,
        name: 'register-calendar',
        data: { name: 'Kalender uji' },
        actor: { id: 'registrar-1', role: 'REGISTRAR', office: 'kejati-sumatera-utara' },
      },
      requestHash: commandId,
      facts: [],
      clockOffsetMs: 0,
    });
  await register('first');
  await register('second');

  const text = await metrics.registry.metrics();
  expect(text).toContain('titian_commands_total{command="register-calendar",outcome="accepted"} 1');
  expect(text).toContain('titian_commands_total{command="register-calendar",outcome="refused"} 1');
  expect(text).toContain('titian_refusals_total{code="ALREADY_DONE"} 1');
  expect(text).toContain('titian_record_seconds_count 2');
});

it('loads the starting registers once, assumptions said to be some', async () => {
  const registers = createRegisterService({ ledger: open.ledger, requestHash: (text) => text });
  const { recorded, total } = await registers.loadStartingRegisters();
  expect(recorded).toBe(total);
  expect((await registers.loadStartingRegisters()).recorded).toBe(0);
  const found = await registers.find('policy', 'travel_credited');
  expect(found?.value).toMatchObject({ values: [{ source: 'recorded assumption (L-23): not a switch' }] });
});
