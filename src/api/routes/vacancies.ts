/** Vacancies: open information (Perpres 57/2023 art. 9), reported by employers, matched by placement officers. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localDate, oneLine } from '../../catalogue/fields.ts';
import { REGISTER_COMMANDS } from '../../catalogue/index.ts';
import { reasonSentence } from '../../domain/matching/reasons.ts';
import { matchWeightsOn, ranked } from '../../domain/matching/score.ts';
import { isRegisterId } from '../../domain/registers/register-decider.ts';
import { takesCandidatesOn, type VacancyFact } from '../../domain/registers/vacancy.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CandidateList, CandidateRow } from '../../projections/candidate-list.ts';
import { acceptedAnswer } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { createCandidateTokens, readerOf } from '../candidate-tokens.ts';
import { commandBody, parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { eligibleFirst } from '../eligible-candidates.ts';
import { policyReader } from '../policy-reader.ts';
import { requestRefused } from '../problem.ts';
import { acceptedSchema, commandHeaders, entityParameters, pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import { candidateView } from './candidates.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['vacancies'];
const query = z.strictObject({
  regency: oneLine(100).optional(),
  employer: oneLine(80).optional(),
  openOn: localDate.optional().describe('Takes candidates on this date'),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const matchQuery = z.strictObject({ world: worldId.optional(), limit: pageSize });
/** Candidates of one office that are weighed against one vacancy. */
const MOST_WEIGHED = 5_000;
/** Entries of the register read at a time while filtering. */
const BATCH = 200;

export function vacancyRoutes(app: FastifyInstance, context: RouteContext, candidates: CandidateList): void {
  commandRoutes(app, context);
  listRoute(app, context);
  matchRoute(app, context, candidates);
}

/** The register's own commands, at the address of the thing. */
function commandRoutes(app: FastifyInstance, { dependencies, flow }: RouteContext): void {
  for (const command of Object.values(REGISTER_COMMANDS)) {
    const resource = { vacancy: 'vacancies', employer: 'employers' }[command.register as string];
    if (resource === undefined) continue;
    app.post(
      `/api/v1/${resource}/:id/commands/${command.name}`,
      {
        schema: {
          tags: [resource],
          summary: `${command.title.id} · ${command.title.en}`,
          params: entityParameters,
          headers: commandHeaders,
          body: commandBody(command),
          response: { 200: acceptedSchema, ...problems },
        },
      },
      async (request) => {
        const sender = senderOf(request);
        const { id } = request.params as { id: string };
        const result = await flow.sendToRegister(sender, command.register, id, command.name, request.body);
        return acceptedAnswer(dependencies.ledger, sender.actor, result);
      },
    );
  }
}

function listRoute(app: FastifyInstance, { dependencies, reads }: RouteContext): void {
  app.get(
    '/api/v1/vacancies',
    {
      config: { openData: 'vacancies are open information (Perpres 57/2023 art. 9) and name nobody' },
      schema: {
        tags,
        summary: 'Daftar lowongan · List of vacancies',
        querystring: query,
        response: {
          200: z.object({
            vacancies: z.array(z.looseObject({ id: z.string() })),
            nextCursor: z.string().nullable(),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      await reads.mayReadAtAll(actorOf(request), 'read-register', 'registers');
      const { regency, employer, openOn, limit, cursor } = parseWith(query, request.query);
      const fits = (vacancy: VacancyFact) =>
        (regency === undefined || vacancy.regency === regency) &&
        (employer === undefined || vacancy.employerId === employer) &&
        (openOn === undefined || takesCandidatesOn(vacancy, openOn));
      const found: VacancyFact[] = [];
      let after = cursor === undefined ? undefined : readCursor(cursor, 'id')[0];
      for (;;) {
        const batch = await dependencies.registers.list('vacancy', BATCH, after);
        found.push(...batch.map(({ value }) => value as unknown as VacancyFact).filter(fits));
        after = batch.at(-1)?.id;
        if (batch.length < BATCH || found.length > limit) break;
      }
      const vacancies = found.slice(0, limit);
      const end = found.length > limit ? vacancies.at(-1) : undefined;
      return { vacancies, nextCursor: end === undefined ? null : writeCursor(end.id) };
    },
  );
}

/** Ranked by skill, place, date and needs, each point with its reason; the officer decides. */
function matchRoute(
  app: FastifyInstance,
  { dependencies, reads, flow }: RouteContext,
  candidates: CandidateList,
): void {
  const tokens = createCandidateTokens((text) => dependencies.vault.requestHash(text));
  app.get(
    '/api/v1/vacancies/:id/matches',
    {
      schema: {
        tags,
        summary: 'Calon yang cocok, beserta alasannya · Candidates that fit, with the reasons',
        params: entityParameters,
        querystring: matchQuery,
        response: {
          200: z.object({ matches: z.array(z.looseObject({ points: z.number() })) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-matches', 'candidates');
      const { limit, world = LIVE_WORLD } = parseWith(matchQuery, request.query);
      const { id } = request.params as { id: string };
      const found = isRegisterId(id) ? await dependencies.registers.find('vacancy', id) : undefined;
      if (found === undefined) throw requestRefused('NOT_FOUND', {});
      const vacancy = found.value as unknown as VacancyFact;
      const salt = tokens.saltOf(readerOf(actor));
      const rows = await candidates.list({ world, salt, office: actor.office }, MOST_WEIGHED);
      const rules = policyReader(await flow.facts.read(['policy/matching_weights']));
      // In force when the vacancy began: its order does not change under the officer's hands.
      const weights = matchWeightsOn(rules, vacancy.validFrom);
      const keyed = rows.map((row) => ({ ...row, key: row.candidateId }));
      const inOrder = ranked(keyed, vacancy, weights);
      const source = { ledger: dependencies.ledger, states: flow.states, world };
      const fitting = await eligibleFirst(source, vacancy, inOrder, limit);
      await reads.note(actor, 'list-matches', `vacancy/${id}`, world, { rows: fitting.length });
      return {
        matches: fitting.map(({ candidate, match }) => ({
          ...candidateView(candidate as CandidateRow, actor, tokens.tokenOf(readerOf(actor), candidate.key)),
          points: match.points,
          reasons: match.reasons.map((reason) => ({ ...reason, sentence: reasonSentence(reason) })),
        })),
      };
    },
  );
}
