/** A little log of its own: a person's hours under a pack of two rules, a register, looks, notes, and streams of others. */
import { createHash } from 'node:crypto';
import {
  canonical,
  checkpointOf,
  closed,
  consistencyProof,
  fieldsHash,
  type Head,
  hashRow,
  headLeafOf,
  type Line,
  leafOf,
  policyOf,
  rootOf,
  type Signers,
} from './bundle-writer.ts';

/** Two rules: minutes are credited as sent, up to the daily limit that a register keeps; more is refused. */
export const PACK = `"use strict";var TitianRules=(()=>({PACK_VERSION:1,
begin:()=>({version:0,total:0}),
evolve:(stream,state,event)=>({version:event.version,total:state.total+(event.data.minutes||0)}),
decide:(stream,state,{command,now,facts})=>{
const limit=facts.find(f=>f.key==='policy/limit');if(limit===undefined)return{outcome:'needs',facts:['policy/limit']};
const policies=[{name:'limit',from:'2026-01-02',factVersion:limit.version}];
if(command.data.minutes>limit.value)return{outcome:'refused',refusal:{code:'DAILY_LIMIT',parameters:{limit:limit.value}},policies};
return{outcome:'accepted',events:[{version:state.version+1,type:'MinutesCredited',schema:1,
data:{minutes:command.data.minutes,date:command.data.date},meta:{actor:command.actor,commandId:command.commandId},
occurredAt:{at:now,date:command.data.date,zone:'WIB'},recordedAt:now}],warnings:[],claims:[],
messages:[{target:'certificate/c1',name:'note-minutes',data:{total:state.total+command.data.minutes}}],factsOut:[],policies}}}))();`;

const TINY_PACK = `var TitianRules={PACK_VERSION:1,begin:()=>0,evolve:()=>0,decide:(_,__,{command:{commandId,actor,data},now})=>({outcome:'accepted',
events:[{type:'MinutesCredited',schema:1,data,meta:{actor,commandId},occurredAt:{at:now,date:data.date,zone:'WIB'},recordedAt:now}],
warnings:[],claims:[],factsOut:[],messages:[{target:'certificate/c1',name:'note-minutes',data:{total:240}}],
policies:[{name:'limit',from:'2026-01-02',factVersion:1}]})}`;

export const BUILD = 'build-1';
const AT = '2026-01-05T02:00:00.000Z';
const ACTOR = { actor_id: 'u1', actor_role: 'SITE_SUPERVISOR', actor_office: 'site-a' };
const PERSON = 'journey/p1';

const sha = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

interface Stream {
  readonly kind: string;
  readonly world: string;
  readonly role: string;
  readonly rows: Line[];
  head: Head;
}

export interface Tampering {
  /** Minutes that the record is made to say for a session (by place from 0), sealed with the stolen key. */
  readonly minutes?: { readonly session: number; readonly minutes: number };
  readonly pack?: string;
  readonly outcome?: 'fault';
  /** Fields of one of the person's decisions (by place from 0), sealed with the stolen key. */
  readonly decision?: { readonly place: number; readonly fields: { readonly [field: string]: string } };
  /** Heads of before the person's last two sessions. */
  readonly headsEarly?: boolean;
  /** Seconds between the note of the heads and the witnesses' signatures. */
  readonly headsAge?: number;
  readonly withoutHistory?: boolean;
  readonly withoutRules?: boolean;
  readonly withoutHeads?: boolean;
  /** The register's stream after the person's. */
  readonly registerLast?: boolean;
  readonly period?: boolean;
  /** One session, under a pack that knows only its answer: each line of the format once, and little more. */
  readonly tiny?: boolean;
}

export class SmallLog {
  readonly leaves: Buffer[] = [];
  readonly streams = new Map<string, Stream>();
  readonly lines: Line[];
  readonly earlier: string;
  #notes = 0;

  constructor(
    readonly signers: Signers,
    readonly tampering: Tampering = {},
  ) {
    const pack = tampering.pack ?? (tampering.tiny ? TINY_PACK : PACK);
    const rules = this.#note('rules-kept', { build: BUILD, sha256: sha(pack) });
    this.#other();
    this.#decide('register/limits', { name: 'set-limit', role: 'register', minutes: 300 });
    this.#decide(PERSON, { name: 'record-session', role: 'subject', minutes: 240 });
    this.earlier = checkpointOf(signers, this.leaves);
    const earlierSize = this.leaves.length;
    this.#other();
    const early = tampering.headsEarly ? this.#heads() : undefined;
    for (const minutes of tampering.tiny ? [] : [480, 120])
      this.#decide(PERSON, { name: 'record-session', role: 'subject', minutes });
    const history = Buffer.from('history of run-1');
    const archived = this.#note('run-archived', {
      stream: PERSON,
      run: 'run-1',
      build: BUILD,
      sha256: sha(history),
    });
    const access = this.#access();
    const heads = early ?? this.#heads();
    this.#other();
    const order = [...this.streams].filter(([, { role }]) => role !== 'other');
    if (tampering.registerLast) order.reverse();
    const size = this.leaves.length;
    this.lines = [
      {
        ...{ type: 'header', format: 'titian-bundle/1', origin: signers.log.name, treeSize: size },
        scope: tampering.period
          ? { kind: 'period', from: AT, to: '2026-01-06T02:00:00.000Z', leafFrom: 2, leafTo: 8 }
          : { kind: 'person', id: 'p1' },
        ...{ madeAt: AT, madeBy: { id: 'auditor-1', role: 'AUDITOR', office: 'bpk' }, build: BUILD },
      },
      { type: 'trust', policy: policyOf(signers) },
      { type: 'checkpoint', note: checkpointOf(signers, this.leaves, tampering.headsAge) },
      {
        ...{ type: 'consistency', note: this.earlier },
        proof: consistencyProof(this.leaves, earlierSize).map((hash) => hash.toString('base64')),
      },
      ...(tampering.withoutRules
        ? []
        : [{ type: 'rules', build: BUILD, sha256: sha(pack), code: pack, ...rules }]),
      ...(tampering.withoutHeads ? [] : [{ type: 'heads', ...heads.note }]),
      ...order.flatMap(([stream, { kind, world, role, rows }]) => [
        {
          ...{ type: 'stream', stream, kind, world, role },
          head: tampering.withoutHeads ? null : (heads.of.get(stream) ?? null),
        },
        ...rows,
      ]),
      ...(tampering.withoutHistory
        ? []
        : [
            {
              ...{ type: 'history', stream: PERSON, run: 'run-1', build: BUILD, sha256: sha(history) },
              ...{ bytes: history.toString('base64'), ...archived },
            },
          ]),
      { type: 'redaction', stream: PERSON, purpose: 'health', at: AT },
      access,
    ];
    this.#addNodes(heads.leaves, heads.of);
  }

  get text(): string {
    return closed(this.lines, this.signers);
  }

  #addNodes(headLeaves: readonly Buffer[], heads: ReadonlyMap<string, { readonly index: number }>): void {
    const held = this.lines.flatMap(({ leaf }) => (typeof leaf === 'number' ? [leaf] : []));
    this.lines.push(...nodes('node', this.leaves, new Set(held)));
    const ours = [...heads].filter(([stream]) => this.streams.get(stream)?.role !== 'other');
    if (!this.tampering.withoutHeads)
      this.lines.push(...nodes('head-node', headLeaves, new Set(ours.map(([, { index }]) => index))));
  }

  #stream(id: string, role: string): Stream {
    const known = this.streams.get(id);
    if (known !== undefined) return known;
    const kind = id.split('/')[0]!;
    const origin = fieldsHash('titian:stream:v1', id, kind, 'live');
    const head = { events: 0, eventHash: origin, decisions: 0, decisionHash: origin };
    const stream = { kind, world: 'live', role, rows: [], head };
    this.streams.set(id, stream);
    return stream;
  }

  /** A row of somebody else: one leaf. */
  #other(): void {
    const id = `journey/other-${this.leaves.length}`;
    this.#stream(id, 'other');
    this.leaves.push(leafOf('decision', id, '1', sha(id)));
  }

  #decide(id: string, ask: { name: string; role: 'subject' | 'register'; minutes: number }): void {
    const stream = this.#stream(id, ask.role);
    const { head } = stream;
    const sequence = head.decisions + 1;
    const commandId = `${id.replace('/', '-')}-${sequence}`;
    const isRegister = ask.role === 'register';
    const { minutes: changed } = this.tampering;
    const fault = this.tampering.outcome === 'fault' && sequence === 1 && !isRegister;
    const refused = !isRegister && ask.minutes > 300;
    const policies = [{ factVersion: 1, from: '2026-01-02', name: 'limit' }];
    const total = ask.minutes + (sequence > 1 ? 240 : 0);
    const effects = isRegister
      ? { facts: [{ key: 'policy/limit', value: 300 }] }
      : {
          messages: [
            {
              ...{ id: `${commandId}>1`, target: 'certificate/c1', name: 'note-minutes' },
              data: canonical({ total }),
            },
          ],
        };
    const data = isRegister ? { limit: 300 } : { minutes: ask.minutes, date: '2026-01-05' };
    const event = {
      ...{ previous_hash: head.eventHash, stream_id: id, version: String(head.events + 1) },
      event_id: `${commandId}/1`,
      event_type: isRegister ? 'LimitSet' : 'MinutesCredited',
      schema: '1',
      body: canonical(
        isRegister || changed?.session !== sequence - 1 ? data : { ...data, minutes: changed.minutes },
      ),
      meta: canonical({
        actor: { id: 'u1', role: 'SITE_SUPERVISOR', office: 'site-a' },
        commandId,
      }),
      ...{ occurred_at: AT, occurred_date: '2026-01-05', occurred_zone: 'WIB' },
      ...{ recorded_at: AT, committed_at: AT },
    };
    const eventHash = refused ? head.eventHash : hashRow('event', event);
    const decision = {
      ...{ previous_hash: head.decisionHash, stream_id: id, sequence: String(sequence) },
      ...{ command_id: commandId, name: ask.name, request_hash: sha(commandId) },
      body: canonical({ name: ask.name, data }),
      ...ACTOR,
      ...{ now: AT, clock_offset_ms: '0' },
      facts: isRegister ? '[]' : canonical([{ key: 'policy/limit', version: 1 }]),
      // As Postgres spells it: hashed as it stands, compared as a value.
      effects: refused ? '{}' : JSON.stringify(effects, null, 1),
      ...{ build_id: BUILD, run_id: isRegister ? null : 'run-1' },
      outcome: fault ? 'fault' : refused ? 'refused' : 'accepted',
      detail: fault
        ? canonical({ fault: 'TypeError' })
        : canonical(
            refused
              ? { refusal: { code: 'DAILY_LIMIT', parameters: { limit: 300 } }, policies }
              : { warnings: [], policies: isRegister ? [] : policies },
          ),
      first_version: refused ? null : String(head.events + 1),
      last_version: refused ? null : String(head.events + 1),
      event_head_hash: eventHash,
      committed_at: AT,
      ...(!isRegister && this.tampering.decision?.place === sequence - 1
        ? this.tampering.decision.fields
        : {}),
    };
    const decisionHash = hashRow('decision', decision);
    stream.rows.push({ type: 'decision', leaf: this.leaves.length, ...decision });
    this.leaves.push(leafOf('decision', id, decision.sequence, decisionHash));
    if (!refused) {
      stream.rows.push({ type: 'event', leaf: this.leaves.length, ...event });
      this.leaves.push(leafOf('event', id, event.version, eventHash));
    }
    stream.head = {
      events: head.events + (refused ? 0 : 1),
      eventHash,
      decisions: sequence,
      decisionHash,
    };
  }

  #note(kind: string, body: unknown): { note: { [field: string]: string }; leaf: number } {
    this.#notes += 1;
    const note = { id: String(this.#notes), kind, body: canonical(body), committed_at: AT };
    const leaf = this.leaves.length;
    this.leaves.push(leafOf('note', 'note', note.id, hashRow('note', note)));
    return { note, leaf };
  }

  #access(): Line {
    const row = {
      ...{ id: '1', at: '2026-01-05T02:00:00.123456Z', world: 'live', actor_id: 'u2', role: 'AUDITOR' },
      ...{ office: 'bpk', action: 'read-journey', subject: 'p1', outcome: 'allowed', reason: null },
    };
    const leaf = this.leaves.length;
    this.leaves.push(leafOf('access', 'access', '1', hashRow('access', row)));
    return { type: 'access', leaf, ...row };
  }

  #heads() {
    const ids = [...this.streams.keys()].sort();
    const leaves = ids.map((id) => {
      const { kind, world, head } = this.streams.get(id)!;
      return headLeafOf(id, kind, world, head);
    });
    const of = new Map(ids.map((id, index) => [id, { index, ...this.streams.get(id)!.head }]));
    const note = this.#note('stream-heads', {
      leaves: this.leaves.length,
      streams: ids.length,
      root: rootOf(leaves).toString('hex'),
    });
    return { note, leaves, of };
  }
}

/** The hashes of the largest ranges that hold none of the leaves. */
function nodes(type: string, leaves: readonly Buffer[], held: ReadonlySet<number>): Line[] {
  const within = (from: number, to: number): Line[] => {
    const some = [...held].some((index) => index >= from && index < to);
    if (!some) return [{ type, from, to, hash: rootOf(leaves.slice(from, to)).toString('hex') }];
    if (to - from === 1) return [];
    const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
    return [...within(from, middle), ...within(middle, to)];
  };
  return leaves.length === 0 ? [] : within(0, leaves.length);
}
