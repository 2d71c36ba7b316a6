/**
 * The worker in which a rule pack runs. The page puts this script before the pack's own in one blob: the policy of
 * the page allows no code from texts, and no connection to anywhere.
 */
import { RulesDoNotLoad } from '../core/rule-host.ts';
import { type RealmJson, type RuleMessage, type RuleReply, RuleSession } from '../core/rule-session.ts';

const json: RealmJson = { parse: JSON.parse, stringify: JSON.stringify };
const tell: (reply: RuleReply) => void = self.postMessage.bind(self);
let session: RuleSession | undefined;

// The page's policy already keeps the worker from the network; what it cannot name it cannot even try.
const REACH =
  'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport importScripts Worker SharedWorker caches ' +
  'indexedDB BroadcastChannel MessageChannel FontFace fonts navigator location WebAssembly postMessage Notification';
for (const name of REACH.split(' ')) {
  // Also where it is inherited from: what is only hidden could be asked for there.
  for (let one: object | null = self; one !== null; one = Object.getPrototypeOf(one)) {
    const held = Object.getOwnPropertyDescriptor(one, name);
    if (held?.configurable === true || (held === undefined && one === self))
      Object.defineProperty(one, name, { value: undefined, configurable: false, writable: false });
  }
}

self.onmessage = ({ data }: MessageEvent<RuleMessage>) => {
  if ('code' in data) {
    session = load();
    tell({ loaded: session !== undefined });
  } else if ('forget' in data) {
    session?.forget(data.forget);
  } else {
    for (const step of data.steps) tell(session!.answer(data.stream, step));
  }
};

/** The pack has run by now, or has failed to: then there is no such name. */
function load(): RuleSession | undefined {
  try {
    return new RuleSession((globalThis as { TitianRules?: unknown }).TitianRules, json);
  } catch (error) {
    if (error instanceof RulesDoNotLoad) return undefined;
    throw error;
  }
}
