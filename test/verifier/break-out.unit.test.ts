/** Packs that try to leave their world: none reaches the process, the network, the verifier, or a better verdict. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProcessRules } from '../../verifier/node/rule-process.ts';
import { openRealm } from '../../verifier/node/rule-realm.ts';
import { builtVerifier } from './built.ts';
import { policyOf, signers } from './bundle-writer.ts';
import { check } from './checking.ts';
import { PACK, SmallLog } from './small-log.ts';

const keys = signers();
const trustPolicy = Buffer.from(policyOf(keys));
let folder: string;
let calls = 0;
let canary: Server;
let port: number;

beforeAll(async () => {
  folder = await builtVerifier();
  writeFileSync(join(folder, 'trust.txt'), policyOf(keys));
  // The verifier as it would be if nothing looked at the script: what stands behind that wall.
  const built = readFileSync(join(folder, 'verify.mjs'), 'utf8');
  const open = built.replaceAll('if (importsSomething(code))', 'if (false)');
  expect(open).not.toBe(built);
  writeFileSync(join(folder, 'open.mjs'), open);
  canary = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  port = (canary.address() as { port: number }).port;
});
afterAll(async () => {
  await new Promise((resolve) => canary.close(resolve));
  rmSync(folder, { recursive: true });
});

/** What a pack does with a process, once it holds one. */
const strike = (): string =>
  `const strike=(p)=>{got='Reached';p.getBuiltinModule('net').connect(${port},'127.0.0.1');p.kill(p.ppid,9)};`;

/** @param way tries, when the pack is loaded; `got` becomes the name of the error that ends each decision. */
const packThat = (way: string): string =>
  `let got='';${strike()}${way};${PACK}`.replace(
    'const limit=',
    "if(got!=='')throw Object.assign(new Error,{name:got});const limit=",
  );

function verify(program: string, pack: string) {
  writeFileSync(join(folder, 'way.titian'), new SmallLog(keys, { pack }).text);
  const words = [program, 'way.titian', '--policy', 'trust.txt', '--json'];
  return spawnSync(process.execPath, words, { cwd: folder, env: {}, encoding: 'utf8' });
}

const WAYS: readonly (readonly [string, string])[] = [
  ['the rejection', "import('x').catch(e=>strike(e.constructor.constructor('return process')()))"],
  ['the promise', "try{strike(import('x').constructor.constructor('return process')())}catch{}"],
  ['blanks', "import/* \n */ // (\n ('x').catch(e=>strike(e.constructor.constructor('return process')()))"],
  [
    'pollution',
    "import('x').catch(e=>{const O=e.constructor.__proto__.__proto__.__proto__.__proto__.constructor;try{Object.defineProperty(O.prototype,'on',{get(){got='Reached'}})}catch{}})",
  ],
  [
    'the host stack',
    "import('x').catch(e=>{try{e.constructor.prepareStackTrace=(_,s)=>{got='Reached'}}catch{}e.stack})",
  ],
];

test.each(WAYS)('%s of an import is refused by its text', async (_, way) => {
  const pack = packThat(way);
  expect(() => openRealm(pack)).toThrow();
  const { findings } = await check(new SmallLog(keys, { pack }).text, { trustPolicy });
  expect(findings.map(({ code }) => code)).toEqual(['RULES']);
  expect(findings[0]?.sentence.en).toBe(
    'The rules of build build-1 load another script (import); rules import nothing, so they are not run.',
  );
});

test('where nobody looked at the text, an import leads nowhere either', () => {
  const { signal, stdout } = verify('open.mjs', packThat(WAYS.map(([, way]) => `{${way}}`).join(';')));
  expect(signal).toBeNull();
  expect(stdout).toContain('"titian-verdict/1"');
  expect(stdout).not.toContain('Reached');
  expect(calls).toBe(0);
});

const MAKERS = [
  'async()=>{}',
  'function*(){}',
  'async function*(){}',
  'titian.answer',
  'Object.getOwnPropertyDescriptor(globalThis,"asked")',
];

const INSIDE: readonly (readonly [string, string])[] = [
  [
    'the makers of functions',
    MAKERS.map(
      (maker) =>
        `try{const f=(${maker});const F=(typeof f==='function'?f:f.constructor).constructor;const r=F('return process')();strike(r.next?r.next().value:r)}catch{}`,
    ).join(';'),
  ],
  [
    'stacks of errors',
    "Error.prepareStackTrace=(e,s)=>{for(const c of [s,...s,e])try{strike(c.constructor.constructor('return process')())}catch{}return ''};try{null.x}catch(e){e.stack};Promise.reject(new Error)",
  ],
  [
    'traps',
    "const seen=(...all)=>{for(const one of all)try{strike(one.constructor.constructor('return process')())}catch{}};globalThis.TitianRulesTrap=new Proxy({},{get:seen,has:seen,getPrototypeOf:seen});Promise.reject(globalThis.TitianRulesTrap)",
  ],
  [
    'what is loaded by streams',
    "try{WebAssembly.compileStreaming(1).catch(e=>strike(e.constructor.constructor('return process')()))}catch{}",
  ],
  [
    'the global object',
    "try{strike(globalThis.__proto__.constructor.constructor('return process')())}catch{}",
  ],
];

/** Some of these would end whoever opened their world, were it not a process for them alone. */
test.each(INSIDE)('%s leads nowhere', (_, way) => {
  const { signal, status, stdout } = verify('verify.mjs', packThat(way));
  expect(signal).toBeNull();
  expect(JSON.parse(stdout).findings).toEqual([]);
  expect(status).toBe(0);
  expect(calls).toBe(0);
});

test('an answer that is made of traps is nonsense', () => {
  const trap = 'new Proxy({},{get(){throw new Proxy(()=>0,{get(){throw 1}})}})';
  const realm = openRealm(`var TitianRules={PACK_VERSION:1,begin:()=>0,evolve:()=>0,decide:()=>${trap}}`);
  expect(realm.answer('s', { events: [], question: '{}' })).toEqual({
    failure: { kind: 'threw', name: 'unknown' },
  });
  const forged = "titian={answer:()=>({}),load:()=>'yes'}";
  const other = openRealm(`try{${forged}}catch{};JSON.stringify=()=>({});${PACK}`);
  expect(other.answer('s', { events: [], question: '{}' })).toEqual({
    failure: { kind: 'threw', name: 'TypeError' },
  });
});

test.each([
  ['a bomb of memory', 'const all=[];for(;;)all.push(new Array(1e6).fill(all.length));', 20],
  ['a loop without end', 'for(;;);', 1],
  ['a loop of promises', 'const again=()=>Promise.resolve().then(again);again();', 1],
])('%s ends in a finding', async (_, way, seconds) => {
  const rules = createProcessRules(join(folder, 'verify.mjs'), seconds);
  const pack = PACK.replace('const limit=', `${way}const limit=`);
  const { verdict, findings } = await check(new SmallLog(keys, { pack }).text, { trustPolicy, rules });
  expect(verdict).toBe('differs');
  expect(findings[0]?.code).toBe('RULES_ANSWER');
});
