/**
 * On the first start in a sandbox two dozen fictitious stories are played, so that there is something to
 * look at. A pilot that cannot be finished is told in one line and tried again at the next start: it never keeps
 * Titian from running.
 */
import { hours, table } from '../cli/output.ts';
import { momentAt } from '../domain/time/moments.ts';
import { PILOT_WORLD } from '../pilot/pilot-world.ts';
import { type Play, playPilot } from '../pilot/play.ts';
import { type Standing, standingsOf } from '../pilot/standing.ts';
import type { Assembly } from './assembly.ts';
import type { Part } from './parts.ts';

const NAME = 'pilot';
/** Where the command line looks by itself. */
const USUAL_PORT = 8080;
/** The office with most of the pilot's cases. */
const LOOK_AS = 'EXECUTING_PROSECUTOR@kejari-medan';

export function pilotPart(titian: Assembly): Part {
  return {
    name: NAME,
    async start() {
      try {
        const play = await playPilot({
          address: addressOf(titian),
          signal: titian.stopping,
          onStep: (done, total) => titian.advance(NAME, done, total),
        });
        const standings = play.outcome === 'played' ? await standingsOf(play) : [];
        titian.welcome.push(...welcomeOf(titian, standings));
        return { detail: detailOf(play) };
      } catch (error) {
        // Asked to stop: the next start goes on.
        titian.stopping.throwIfAborted();
        titian.tell(`the pilot stopped: ${firstLine(error)}`);
        return { detail: 'not finished; the next start goes on' };
      }
    },
  };
}

function addressOf({ apiAddress }: Assembly): string {
  if (apiAddress === undefined)
    throw new Error('the API has not started yet: the order of the parts is wrong');
  return apiAddress;
}

function detailOf({ outcome, worldNow, stories }: Play): string {
  const clock = `world ${PILOT_WORLD}, where it is ${momentAt(worldNow, 'WIB').date}`;
  return outcome === 'found' ? `found in ${clock}` : `${stories.length} stories in ${clock}`;
}

function welcomeOf(titian: Assembly, standings: readonly Standing[]): string[] {
  const { port } = titian.configuration;
  const where = port === USUAL_PORT ? '' : ` --url ${titian.apiAddress}`;
  const titianCommand = (words: string) => `  npm run titian -- ${words}${where}`;
  const shown = standings.find(({ office, stage }) => office === 'kejari-medan' && stage === 'REPEAT');
  return [
    ...(standings.length === 0 ? [] : ['', standingTable(standings)]),
    '',
    'To try:',
    titianCommand(`cases --world ${PILOT_WORLD} --as ${LOOK_AS}`),
    ...(shown === undefined ? [] : [titianCommand(`events ${shown.personId} --as ${LOOK_AS}`)]),
    titianCommand(`clock ${PILOT_WORLD} --to 2026-10-01T08:00 --as REGISTRAR@pusat`),
    '',
  ];
}

function standingTable(standings: readonly Standing[]): string {
  return table(
    ['fictitious story', 'office', 'stage', 'done', 'of'],
    standings.map(({ title, office, stage, creditedMinutes, orderedMinutes }) => [
      title,
      office,
      stage,
      hours(creditedMinutes),
      hours(orderedMinutes),
    ]),
  );
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
