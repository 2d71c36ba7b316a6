/** Of every build that decided, what it takes to see again why it decided so. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import type { BuildSeen } from './jobs.ts';

export class BuildsSeen {
  readonly #builds = new Map<string, BuildSeen>();

  take(builds: readonly BuildSeen[]): void {
    for (const build of builds) {
      const known = this.#builds.get(build.buildId);
      this.#builds.set(build.buildId, {
        buildId: build.buildId,
        byWorkflow: build.byWorkflow || known?.byWorkflow === true,
        firstAt: known !== undefined && known.firstAt < build.firstAt ? known.firstAt : build.firstAt,
      });
    }
  }

  /** Bundles since there are workflows, rule packs since there are rule packs. */
  async check(client: pg.PoolClient, report: Report, remark: (sentence: string) => void): Promise<void> {
    const { rows: bundles } = await client.query<{ build_id: string }>('SELECT build_id FROM ledger.build');
    const { rows: rules } = await client.query<{ build_id: string }>('SELECT build_id FROM ledger.rules');
    const { rows } = await client.query<{ since: string | null }>(
      `SELECT min(committed_at) AS since FROM ledger.note WHERE kind = 'rules-kept'`,
    );
    const since = rows[0]?.since ?? null;
    const kept = {
      bundles: new Set(bundles.map((row) => row.build_id)),
      rules: new Set(rules.map((row) => row.build_id)),
    };
    const missing = (explanation: string) =>
      report({ problem: 'EVIDENCE_MISSING', entry: 'build', explanation });
    for (const { buildId, byWorkflow, firstAt } of this.#builds.values()) {
      if (byWorkflow && !kept.bundles.has(buildId))
        missing(`build ${buildId} decided, and its workflow bundle is not kept`);
      if (kept.rules.has(buildId)) continue;
      if (since !== null && firstAt > since)
        missing(`build ${buildId} decided, and its rule pack is not kept`);
      else remark(`Build ${buildId} decided before rule packs were kept: its rules are not in the record.`);
    }
  }
}
