/** P-48 from the order that was recorded. */
import { executionOrder } from '../kinds/p-48.ts';
import type { PaperBuilder } from '../material.ts';
import { caseFacts, newestOf, numberOf } from './case-facts.ts';

export const buildExecutionOrder: PaperBuilder = async (material, { caseId }) => {
  const facts = await caseFacts(material, caseId);
  const ordered = newestOf(material, caseId, 'ExecutionOrdered');
  if (facts === undefined || ordered === undefined) return undefined;
  const { found, office, registeredAt } = facts;
  const { orderedOn, firstAppearanceOn } = ordered.data;
  const final = newestOf(material, caseId, 'RulingBecameFinal');
  return {
    office,
    content: executionOrder({
      ...facts,
      number: await numberOf(material, ordered, `P-48/${caseId}`),
      ...{ orderedOn, firstAppearanceOn, orderedMinutes: found.orderedMinutes },
      ...{ hoursPerDay: found.hoursPerDay, daysPerWeek: found.daysPerWeek, replaced: found.replaced },
      completionDays: found.completionDays ?? (await material.policy<number>('window_days', orderedOn)),
      events: [registeredAt, ...(final === undefined ? [] : [final.version]), ordered.version],
    }),
  };
};
