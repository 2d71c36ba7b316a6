/**
 * Takes from this process what a rule pack must never find, should it ever leave its own world: the second wall. The
 * third is how the process was started (rule-process.ts).
 */

/** By which a process is reached, ended, or made to load something. */
const OF_PROCESS = [
  ...['binding', '_linkedBinding', 'dlopen', 'getBuiltinModule', 'mainModule', 'report', 'permission'],
  ...['kill', '_kill', 'abort', 'exit', 'reallyExit', '_debugProcess', '_debugEnd', 'pid', 'ppid', 'chdir'],
  ...['env', 'argv', 'execArgv', 'execPath', 'stdin', 'stdout', 'stderr', 'openStdin', '_rawDebug', 'config'],
  ...['_getActiveHandles', '_getActiveRequests', 'getActiveResourcesInfo', 'loadEnvFile', 'umask', 'send'],
  ...['setuid', 'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups', 'setSourceMapsEnabled'],
];

/** Of what this world has, the language itself; everything else is the platform's. */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN`.split(/\s+/),
);

export function disarm(): void {
  const ours = process;
  for (const name of OF_PROCESS) take(ours, name);
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!LANGUAGE.has(name)) take(globalThis, name);
}

function take(from: object, name: string): void {
  const held = Object.getOwnPropertyDescriptor(from, name);
  if (held?.configurable === false && held.writable !== true) return;
  Object.defineProperty(from, name, {
    value: undefined,
    ...(held?.configurable === false ? {} : { configurable: false, enumerable: false }),
    writable: false,
  });
}
