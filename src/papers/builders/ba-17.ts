/** BA-17 from the start that was recorded, with the plan as it stood then. */
import type { Slot } from '../../domain/journey/commands.ts';
import { executionMinutes } from '../kinds/ba-17.ts';
import type { PaperBuilder } from '../material.ts';
import { caseFacts, newestOf, numberOf, siteName } from './case-facts.ts';

export const buildExecutionMinutes: PaperBuilder = async (material, { caseId }) => {
  const facts = await caseFacts(material, caseId);
  const started = newestOf(material, caseId, 'ExecutionStarted');
  const ordered = newestOf(material, caseId, 'ExecutionOrdered');
  if (facts === undefined || started === undefined || ordered === undefined) return undefined;
  const then = { ...material, events: material.events.filter(({ version }) => version <= started.version) };
  const planned = newestOf(then, caseId, 'SchedulePlanned', 'PlanRevised');
  const { found, office, registeredAt } = facts;
  const { startedOn, windowEndsAt } = started.data;
  return {
    office,
    content: executionMinutes({
      ...facts,
      ...{ startedOn, zone: found.zone, orderedMinutes: found.orderedMinutes },
      number: await numberOf(material, started, `BA-17/${caseId}`),
      orderNumber: await numberOf(material, ordered, `P-48/${caseId}`),
      orderedOn: ordered.data.orderedOn,
      windowEndsOn: windowEndsAt?.date ?? null,
      place: await siteName(material, planned?.data.siteId ?? found.site?.siteId),
      schedule: planned === undefined ? [] : slotsInWords(planned.data.slots),
      events: [
        ...[registeredAt, ordered.version],
        ...(planned === undefined ? [] : [planned.version]),
        started.version,
      ],
    }),
  };
};

const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** Days with the same hours together: `Senin–Jumat, pukul 08.00–12.00`. */
export function slotsInWords(slots: readonly Slot[]): string[] {
  const byHours = new Map<string, number[]>();
  for (const { weekday, start, end } of slots) {
    const hours = `pukul ${start.replace(':', '.')}–${end.replace(':', '.')}`;
    byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
  }
  return [...byHours].map(([hours, days]) => `${daysInWords(days.sort((a, b) => a - b))}, ${hours}`);
}

function daysInWords(days: readonly number[]): string {
  const name = (day: number | undefined): string => WEEKDAYS[(day ?? 1) - 1] ?? '';
  const inARow = days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  if (days.length > 2 && inARow) return `${name(days[0])}–${name(days.at(-1))}`;
  return days.map(name).join(', ');
}
