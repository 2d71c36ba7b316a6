/** The report's two lists: what the checks that held prove, and what nobody may conclude from them. */
import type { Sentence } from './findings.ts';
import { type Outcome, runsWithoutHistory } from './report.ts';
import { scopePoints } from './scope-points.ts';
import { fingerprintOf } from './signed-note.ts';
import { oldHeads } from './verdict.ts';

export function provenPoints(outcome: Outcome): Sentence[] {
  const { findings, wholeFile, checkpoint, endKey, counts, heads } = outcome;
  if (!wholeFile) return [];
  const points: Sentence[] = [];
  if (!findings.has(1) && endKey !== undefined) {
    points.push({
      id: `Berkas utuh sejak ditutup dan ditandatangani oleh ${endKey.name}.`,
      en: `The file is whole since it was closed, and signed by ${endKey.name}.`,
    });
  }
  if (!findings.has(2) && checkpoint !== undefined) {
    const names = checkpoint.cosigned.map(({ witness }) => witness.name).join(', ');
    points.push(
      names === ''
        ? {
            id: `Checkpoint dengan ${checkpoint.size} daun ditandatangani oleh log; kebijakan tidak meminta saksi.`,
            en: `The checkpoint of ${checkpoint.size} leaves is signed by the log; the policy asks for no witness.`,
          }
        : {
            id: `Checkpoint dengan ${checkpoint.size} daun ditandatangani oleh log dan disaksikan oleh ${names}.`,
            en: `The checkpoint of ${checkpoint.size} leaves is signed by the log and cosigned by ${names}.`,
          },
    );
  }
  if (!findings.has(3) && outcome.consistent > 0) {
    points.push({
      id: `Log hanya bertambah: pohonnya melanjutkan ${outcome.consistent} checkpoint sebelumnya.`,
      en: `The log only grew: its tree continues ${outcome.consistent} earlier checkpoints.`,
    });
  }
  for (const { name, size, outcome: kept } of outcome.kept) {
    if (kept !== 'proved') continue;
    points.push({
      id: `Log melanjutkan checkpoint yang Anda simpan (${name}, ${size} daun).`,
      en: `The log continues the checkpoint that you kept (${name}, ${size} leaves).`,
    });
  }
  if (!findings.has(4) && !findings.has(5) && checkpoint !== undefined) {
    points.push({
      id: `Semua ${outcome.rows} baris sama dengan segelnya, byte demi byte, dan rantai setiap aliran tidak terputus.`,
      en: `All ${outcome.rows} rows match their seal, byte for byte, and the chains of every stream are without a gap.`,
    });
  }
  if (!findings.has(6) && heads.isThere) {
    points.push({
      id: `Tidak ada baris yang dihilangkan dari aliran di berkas ini, sampai potongan pada daun ${heads.cut}.`,
      en: `Nothing was left out of the streams of this file, up to the cut at leaf ${heads.cut}.`,
    });
  }
  if (!findings.has(7) && !findings.has(8) && counts.decidedAgain > 0) {
    points.push({
      id: `${counts.decidedAgain} keputusan dihitung ulang dengan aturan yang disegel di berkas ini, dan semuanya sama dengan catatan.`,
      en: `${counts.decidedAgain} decisions were made again by the rules sealed in this file, and all agree with the record.`,
    });
  }
  return points;
}

export function openPoints(outcome: Outcome): Sentence[] {
  const { endKey, ownPolicy, heads, counts, seen, kept, rulesRun } = outcome;
  const points: Sentence[] = [];
  const add = (id: string, en: string) => points.push({ id, en });
  if (!outcome.wholeFile) {
    add('Pembacaan berhenti sebelum akhir berkas.', 'Reading stopped before the end of the file.');
    return points;
  }
  if (!ownPolicy && endKey !== undefined) {
    const print = fingerprintOf(endKey);
    add(
      `Ditandatangani oleh kunci ${endKey.name} dengan sidik jari ${print}, yang belum Anda pastikan: Anda tidak memberi kebijakan kepercayaan sendiri, jadi yang dipakai adalah milik pembuat berkas.`,
      `Signed by the key ${endKey.name} with fingerprint ${print}, which you have not confirmed: you gave no trust policy of your own, so that of the file's maker was used.`,
    );
  }
  for (const { name, size, outcome: became } of kept) {
    if (became === 'missing') {
      add(
        `Berkas tidak memuat bukti dari checkpoint yang Anda simpan (${name}, ${size} daun): mintalah bundel yang memuatnya.`,
        `The file holds no proof from the checkpoint that you kept (${name}, ${size} leaves): ask for a bundle with one.`,
      );
    } else if (became === 'newer') {
      add(
        `Checkpoint yang Anda simpan (${name}, ${size} daun) lebih baru daripada berkas ini.`,
        `The checkpoint that you kept (${name}, ${size} leaves) is newer than this file.`,
      );
    }
  }
  if (kept.length === 0) {
    add(
      'Anda tidak memberi checkpoint yang disimpan dari waktu sebelumnya: bahwa log ini sama dengan yang pernah Anda lihat tidak dibuktikan.',
      'You gave no checkpoint kept from before: that this is the log that you saw then is not proven.',
    );
  }
  if (!rulesRun) {
    add(
      'Tidak ada keputusan yang dihitung ulang: aturan di dalam berkas hanya dijalankan bila semua segelnya sesuai.',
      'No decision was made again: the rules in a file are run only where all of its seals hold.',
    );
  }
  for (const [build, count] of counts.withoutRules) {
    add(
      `${count} keputusan tidak dihitung ulang: aturan build ${build} tidak ada di berkas ini atau tidak dapat dijalankan.`,
      `${count} decisions were not made again: the rules of build ${build} are not in this file or cannot be run.`,
    );
  }
  if (!heads.isThere) {
    add(
      'Kelengkapan aliran tidak dibuktikan: berkas tidak memuat ujung-ujung aliran.',
      'That no stream was cut short is not proven: the file holds no heads of streams.',
    );
  } else {
    add(
      `Kelengkapan dibuktikan sampai daun ${heads.cut}, bukan tentang yang dicatat sesudahnya (aliran yang mulai sesudahnya: ${heads.after}).`,
      `Completeness is proven up to leaf ${heads.cut}, not of what was recorded after it (streams that began after it: ${heads.after}).`,
    );
  }
  if (heads.rowsAfterCut > 0) {
    add(
      `${heads.rowsAfterCut} baris di berkas ini disegel setelah potongan ujung aliran pada daun ${heads.cut}: bahwa tidak ada yang dihilangkan sesudahnya tidak dibuktikan. Mintalah bundel dengan ujung aliran dari harinya sendiri.`,
      `${heads.rowsAfterCut} rows of this file were sealed after the cut of the heads at leaf ${heads.cut}: that nothing after it was left out is not proven. Ask for a bundle with heads of its own day.`,
    );
  }
  const old = oldHeads(heads, outcome.checkpoint);
  if (old !== undefined) {
    add(
      `Ujung-ujung aliran dicatat ${old.notedAt}, sedangkan checkpoint disaksikan ${old.cosignedAt}: yang dicatat di antaranya mungkin tidak ada di sini. Mintalah bundel dengan ujung aliran dari harinya sendiri.`,
      `The heads of the streams are of ${old.notedAt}, the checkpoint was cosigned at ${old.cosignedAt}: what was recorded in between may be missing. Ask for a bundle with heads of its own day.`,
    );
  }
  if (counts.faultCount > 0) {
    const list = counts.faults
      .map(({ stream, position, name }) => `${stream} ${position} (${name})`)
      .join(', ');
    add(
      `${counts.faultCount} keputusan dicatat sebagai galat program dan tidak dihitung ulang: ${list}.`,
      `${counts.faultCount} decisions are recorded as faults of the program and were not made again: ${list}.`,
    );
  }
  const without = runsWithoutHistory(seen);
  if (without > 0) {
    add(
      `${without} proses kerja tidak memiliki riwayat di berkas ini: apakah proses itu belum berakhir, belum diarsipkan, atau riwayatnya ditinggalkan, tidak dibuktikan.`,
      `${without} workflow runs have no history in this file: whether they are still open, not archived yet or left out is not proven.`,
    );
  }
  if (seen.lostHistories > 0) {
    add(
      `${seen.lostHistories} riwayat proses kerja dinyatakan hilang oleh pencatat sendiri.`,
      `${seen.lostHistories} histories of workflow runs are told to be lost by the recorder itself.`,
    );
  }
  if (seen.histories > seen.lostHistories) {
    add(
      'Riwayat proses kerja sama dengan segelnya; isinya tidak dibandingkan di sini dengan keputusan.',
      'The histories of workflow runs match their seals; their content is not compared with the decisions here.',
    );
  }
  if (seen.redactions > 0) {
    add(
      `Kunci yang menurut berkas ini telah dimusnahkan: ${seen.redactions}; isi yang disandikan dengannya tidak dapat dibuka siapa pun. Keterangan ini sendiri tidak disegel.`,
      `Keys destroyed according to this file: ${seen.redactions}; what was sealed under them nobody can open. This statement itself is not sealed.`,
    );
  }
  points.push(...scopePoints(outcome.header?.scope));
  if (outcome.streams.some(({ role }) => role === 'register')) {
    add(
      'Keputusan register (fakta dan kebijakan) tidak dihitung ulang; isinya sama dengan segelnya.',
      'Decisions of registers (facts and policies) were not made again; their content matches its seal.',
    );
  }
  add(
    'Bahwa yang dicatat memang terjadi tidak dapat dibuktikan oleh berkas apa pun: dibuktikan hanya apa yang dicatat, oleh siapa, kapan, dan bahwa sejak itu tidak diubah.',
    'That what was recorded really happened no file can prove: proven is only what was recorded, by whom, when, and that it was not changed since.',
  );
  return points;
}
