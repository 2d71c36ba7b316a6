/** Structured logs: ids, routes, codes and times. No body, no header, no message of an error: any may hold a name. */
import { pino } from 'pino';
import { STACK_FRAMES_LOGGED } from './limits.ts';

export type RequestLog = pino.Logger;

export interface RequestLogOptions {
  readonly level?: string;
  readonly to?: { write(line: string): void };
}

export function createRequestLog({ level = 'info', to }: RequestLogOptions): RequestLog {
  const options: pino.LoggerOptions = {
    level,
    base: { part: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Whatever is logged, also by a plugin, comes through here: only known-safe parts pass.
    serializers: {
      req: () => undefined,
      res: () => undefined,
      err: errorView,
      error: errorView,
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/** Name, code and place of an error. Its message may repeat a value, so it stays out. */
export function errorView(error: unknown): { name: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    frames: frames.slice(0, STACK_FRAMES_LOGGED).map((line) => line.trim()),
  };
}
