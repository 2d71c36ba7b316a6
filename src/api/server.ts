/** The HTTP door. Everything it says no to is a problem with a code; everything it says yes to is recorded. */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { INSIDE_HEADER, insideSecret, installConsole } from '../console/console.tsx';
import { watchAccess, watched } from './access-watch.ts';
import { authenticate, callerOf } from './authentication.ts';
import { CommandFlow } from './command-flow.ts';
import type { ApiOptions } from './dependencies.ts';
import { installErrorHandler, type ShowProblem } from './error-handler.ts';
import { JourneyReads } from './journey-reads.ts';
import {
  BODY_LIMIT_BYTES,
  KEEP_ALIVE_TIMEOUT_MS,
  REQUEST_TIMEOUT_MS,
  REQUESTS_PER_MINUTE,
} from './limits.ts';
import { requestRefused } from './problem.ts';
import { createRequestLog } from './request-log.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import { breakGlassRoutes } from './routes/audit/break-glass.ts';
import { auditExplainRoutes } from './routes/audit/explain.ts';
import { auditExportRoutes } from './routes/audit/export.ts';
import { findingRoutes } from './routes/audit/findings.ts';
import { listRoutes } from './routes/audit/lists.ts';
import { moneyRoutes } from './routes/audit/money.ts';
import { receiptRoutes } from './routes/audit/receipts.ts';
import { auditReplayRoutes } from './routes/audit/replay.ts';
import { sampleRoutes } from './routes/audit/sample.ts';
import { sealRoutes } from './routes/audit/seal.ts';
import { verificationRoutes } from './routes/audit/verifications.ts';
import { auditWhatIfRoutes } from './routes/audit/what-if.ts';
import { whoLookedRoutes } from './routes/audit/who-looked.ts';
import { boardRoutes } from './routes/boards.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { custodyRoutes, referralRoutes } from './routes/case-lists.ts';
import { caseRoutes } from './routes/cases.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { changeRoutes } from './routes/changes.ts';
import { classRoutes } from './routes/classes.ts';
import { commandOutcomeRoutes } from './routes/commands.ts';
import { employerRoutes } from './routes/employers.ts';
import { entityRoutes } from './routes/entities.ts';
import { eventRulesRoute } from './routes/event-rules.ts';
import { jobSeekerRoutes } from './routes/job-seekers.ts';
import { journeyWorkRoutes } from './routes/journey-work.ts';
import { journeyRoutes } from './routes/journeys.ts';
import { noticeSubscriptionRoutes } from './routes/notice-subscriptions.ts';
import { noticeRoutes } from './routes/notices.ts';
import { operationsRoutes } from './routes/operations.ts';
import { outlookRoutes } from './routes/outlook.ts';
import { pageCodeRoutes, pageOpeningRoute } from './routes/page-codes.ts';
import { paperRoutes } from './routes/papers.ts';
import { peopleRoutes } from './routes/people.ts';
import { peopleNamesRoutes } from './routes/people-names.ts';
import { peopleSearchRoutes } from './routes/people-search.ts';
import { permitFineRoutes } from './routes/permit-fines.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { publicCertificateRoutes } from './routes/public-certificates.ts';
import { publicLogRoutes } from './routes/public-log.ts';
import { registerRoutes } from './routes/registers.ts';
import type { RouteContext } from './routes/route-context.ts';
import { sandboxRoutes, sandboxTokenRoutes } from './routes/sandbox.ts';
import { sheetRoutes } from './routes/sheets.ts';
import { vacancyRoutes } from './routes/vacancies.ts';
import { workRoutes } from './routes/work.ts';
import { createWholeRecordReads } from './whole-record-reads.ts';

export interface RunningApi {
  /** Where it listens, for example `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops taking requests and waits for those under way. */
  close(): Promise<void>;
}

export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const app = await buildApi(options);
  const address = await app.listen({ host: options.host, port: options.port });
  return { address, close: () => app.close() };
}

/** The API without a socket, for tests in one process. */
export async function buildApi(options: Omit<ApiOptions, 'host' | 'port'>): Promise<FastifyInstance> {
  const accessLog = watched(options.dependencies.accessLog);
  const { pageCodes } = options.dependencies;
  const verifier =
    pageCodes === undefined
      ? options.dependencies.verifier
      : pageCodes.verifierBefore(options.dependencies.verifier);
  const dependencies = { ...options.dependencies, accessLog, verifier };
  const log = createRequestLog({
    ...(options.logLevel === undefined ? {} : { level: options.logLevel }),
    ...(options.logTo === undefined ? {} : { to: options.logTo }),
  });
  const app = Fastify({
    loggerInstance: log,
    // One line of our own for each request, without addresses and headers.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Limits per address are per browser, not per proxy.
    trustProxy: [...(options.trustedProxies ?? [])],
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  // Commands come as JSON; Fastify would read plain text as well.
  app.removeContentTypeParser('text/plain');
  // The flow checks shapes itself, after it knows who asks: schemas of routes are for the document.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  const inside = insideSecret();
  const pages =
    dependencies.console === undefined ? undefined : { show: undefined as ShowProblem | undefined };
  installErrorHandler(app, pages);
  installRequestLines(app);
  await installProtection(app, options.requestsPerMinute ?? REQUESTS_PER_MINUTE, inside, callerOf(verifier));
  await installDocument(app);

  const inSandbox = dependencies.sandbox !== null;
  const flow = new CommandFlow({ ...dependencies, registerGateway: dependencies.registers, inSandbox });
  const { vault, breakGlass } = dependencies;
  const reads = new JourneyReads({ states: flow.states, accessLog, vault, inSandbox, breakGlass });
  const context: RouteContext = { dependencies, flow, reads, inSandbox };

  await app.register(async (open) => {
    operationsRoutes(open, dependencies);
    sandboxTokenRoutes(open, context);
    if (pageCodes !== undefined) pageOpeningRoute(open, context, pageCodes);
    const { certificates, credentials } = dependencies;
    if (certificates !== undefined) publicCertificateRoutes(open, context, certificates, credentials);
    if (dependencies.sealedLog !== undefined) publicLogRoutes(open, dependencies.sealedLog);
    open.get('/openapi.json', { schema: { hide: true } as object }, async () => app.swagger());
  });
  await app.register(async (guarded) => {
    guarded.addHook('onRequest', authenticate(dependencies.verifier));
    watchAccess(guarded, accessLog, options.served ?? []);
    peopleRoutes(guarded, context);
    if (pageCodes !== undefined) pageCodeRoutes(guarded, context, pageCodes);
    whoLookedRoutes(guarded, context);
    if (dependencies.recordAudit !== undefined) auditReplayRoutes(guarded, context, dependencies.recordAudit);
    if (dependencies.explanations !== undefined) {
      auditExplainRoutes(guarded, context, dependencies.explanations);
      eventRulesRoute(guarded, context, dependencies.explanations);
    }
    if (dependencies.drafts !== undefined) auditWhatIfRoutes(guarded, context, dependencies.drafts);
    if (dependencies.exporter !== undefined) auditExportRoutes(guarded, context, dependencies.exporter);
    if (dependencies.sealedLog !== undefined) {
      receiptRoutes(guarded, context, dependencies.sealedLog);
      sealRoutes(guarded, context, dependencies.sealedLog, dependencies.examined);
    }
    if (dependencies.verifications !== undefined) {
      verificationRoutes(guarded, context, dependencies.verifications);
    }
    if (breakGlass !== undefined) breakGlassRoutes(guarded, context, breakGlass);
    if (dependencies.findings !== undefined) findingRoutes(guarded, context, dependencies.findings);
    const { examined } = dependencies;
    if (examined !== undefined) {
      const wholeRecord = createWholeRecordReads();
      listRoutes(guarded, context, examined, wholeRecord);
      sampleRoutes(guarded, context, examined, wholeRecord);
      moneyRoutes(guarded, context, examined, wholeRecord);
    }
    journeyRoutes(guarded, context);
    outlookRoutes(guarded, context);
    journeyWorkRoutes(guarded, context);
    entityRoutes(guarded, context);
    caseRoutes(guarded, context);
    attendanceRoutes(guarded, context);
    peopleNamesRoutes(guarded, context);
    if (dependencies.people !== undefined) peopleSearchRoutes(guarded, context, dependencies.people);
    if (dependencies.changes !== undefined) changeRoutes(guarded, context, dependencies.changes);
    if (dependencies.work !== undefined) workRoutes(guarded, context, dependencies.work);
    const { certificates, credentials, custody, referrals } = dependencies;
    if (custody !== undefined) custodyRoutes(guarded, context, custody);
    if (referrals !== undefined) referralRoutes(guarded, context, referrals);
    if (certificates !== undefined) certificateRoutes(guarded, context, certificates, credentials);
    if (dependencies.classes !== undefined) classRoutes(guarded, context, dependencies.classes);
    jobSeekerRoutes(guarded, context);
    if (dependencies.assessments !== undefined) {
      assessmentRoutes(guarded, context, dependencies.assessments);
    }
    if (dependencies.boards !== undefined) boardRoutes(guarded, context, dependencies.boards);
    const { candidates } = dependencies;
    if (candidates !== undefined) {
      candidateRoutes(guarded, context, candidates);
      proposalRoutes(guarded, context, candidates);
      vacancyRoutes(guarded, context, candidates);
      employerRoutes(guarded, context, candidates);
    }
    commandOutcomeRoutes(guarded, context);
    registerRoutes(guarded, context);
    permitFineRoutes(guarded, context);
    sandboxRoutes(guarded, context);
    if (dependencies.sheets !== undefined) await sheetRoutes(guarded, context, dependencies.sheets);
    if (dependencies.notices !== undefined) {
      noticeRoutes(guarded, context, dependencies.notices);
      noticeSubscriptionRoutes(guarded, context, dependencies.notices);
    }
    if (dependencies.papers !== undefined) paperRoutes(guarded, context, dependencies.papers);
  });
  if (dependencies.console !== undefined && pages !== undefined) {
    pages.show = (await installConsole(app, dependencies.console, inside)).showProblem;
  }
  await app.ready();
  return app;
}

function installRequestLines(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        // The pattern, not the address: a query could hold anything.
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}

async function installProtection(
  app: FastifyInstance,
  max: number,
  inside: string,
  callerOf: (request: FastifyRequest) => Promise<string>,
): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: false });
  await app.register(rateLimit, {
    global: false,
    max,
    timeWindow: '1 minute',
    // What a page asks within the process was counted when the page was asked for.
    allowList: (request) => request.headers[INSIDE_HEADER] === inside,
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { ttl }) =>
      requestRefused('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
  // As a hook of everything it counts before a token is refused, and where there is no route.
  const limit = app.rateLimit();
  app.addHook('onRequest', async function limited(request, reply) {
    const hasItsOwn = (request.routeOptions.config as { rateLimit?: unknown }).rateLimit !== undefined;
    if (!hasItsOwn) await limit.call(this, request, reply);
  });
}

async function installDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Titian',
        version: '1',
        description:
          'Pidana kerja sosial dari putusan sampai penutupan. Community service from the ruling to its closure. ' +
          'Every command needs an Idempotency-Key; asking again with the same key never counts twice.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
}
