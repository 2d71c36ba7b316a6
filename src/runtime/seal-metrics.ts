/** What an operator watches of the sealed log. */
import { Gauge, type Registry } from 'prom-client';
import type { SealMetrics } from '../../workers/seal.ts';

export function createSealMetrics(registry: Registry): SealMetrics {
  const registers = [registry];
  const unsealed = new Gauge({
    name: 'titian_log_unsealed_leaves',
    help: 'Leaves of the log that no checkpoint covers yet',
    registers,
  });
  const age = new Gauge({
    name: 'titian_log_checkpoint_age_seconds',
    help: 'Time since the last checkpoint was signed; it grows while nothing is recorded',
    registers,
  });
  const missing = new Gauge({
    name: 'titian_log_cosignatures_missing',
    help: 'Witnesses of the trust policy that have not signed the last checkpoint',
    registers,
  });
  const alarm = new Gauge({
    name: 'titian_log_alarm',
    help: '1 while the log contradicts what was signed: nothing is signed, or a witness saw another tree',
    registers,
  });
  return {
    seal(status) {
      unsealed.set(status.leaves - status.sealed);
      if (status.checkpointAgeSeconds !== undefined) age.set(status.checkpointAgeSeconds);
      missing.set(status.missing.length);
    },
    sealAlarm: (alarming) => alarm.set(alarming ? 1 : 0),
  };
}
