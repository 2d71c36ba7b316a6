/** The SDK tells every start and stop of a worker; a test's output is for what went wrong. Import once per file. */
import { pino } from 'pino';
import { installTemporalRuntime } from '../../workers/worker.ts';

installTemporalRuntime(pino({ level: 'error' }));
