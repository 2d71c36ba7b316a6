/** The page: files in, report out, all of it in this browser. */
import type { Sentence } from '../core/findings.ts';
import type { Report } from '../core/report.ts';
import type { Language } from '../core/report-words.ts';
import { Unreadable } from '../core/unreadable.ts';
import { type Progress, verifyBundle } from '../core/verify-bundle.ts';
import { type ReceiptReport, verifyReceipt } from '../core/verify-receipt.ts';
import { byId, element } from './elements.ts';
import { PAGE_WORDS } from './page-words.ts';
import { receiptView, reportView } from './report-view.ts';
import { createWorkerRules } from './worker-rules.ts';

/** Put here by the build: the script of the worker that runs rules. */
declare const RULE_WORKER: string;

type Shown = Report | ReceiptReport | { readonly verdict: 'unreadable'; readonly sentence: Sentence };

const form = byId('form', HTMLFormElement);
const bundle = byId('bundle', HTMLInputElement);
const policy = byId('policy', HTMLInputElement);
const checkpoints = byId('checkpoints', HTMLInputElement);
const submit = byId('check', HTMLButtonElement);
const drop = byId('drop', HTMLDivElement);
const languageButton = byId('language', HTMLButtonElement);
const progress = byId('progress', HTMLDivElement);
const bar = byId('bar', HTMLProgressElement);
const status = byId('status', HTMLParagraphElement);
const report = byId('report', HTMLElement);

let language: Language = 'id';
let shown: Shown | undefined;
let statusWord: keyof typeof PAGE_WORDS | undefined;

function speak(): void {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll<HTMLElement>('[data-word]')) {
    node.textContent = PAGE_WORDS[node.dataset.word as keyof typeof PAGE_WORDS][language];
  }
  document.title = PAGE_WORDS.heading[language];
  status.textContent = statusWord === undefined ? '' : PAGE_WORDS[statusWord][language];
  const other = language === 'id' ? 'en' : 'id';
  languageButton.lang = other;
  languageButton.textContent = other === 'en' ? 'English' : 'Bahasa Indonesia';
  show();
}

function show(): void {
  report.hidden = shown === undefined;
  if (shown === undefined) return;
  report.className = shown.verdict;
  report.replaceChildren(...viewOf(shown));
}

function viewOf(outcome: Shown): Node[] {
  if (outcome.verdict === 'unreadable') {
    return [
      element('h2', { class: 'verdict', id: 'verdict' }, PAGE_WORDS.unreadable[language]),
      element('p', { class: 'first', id: 'first' }, outcome.sentence[language]),
    ];
  }
  return outcome.format === 'titian-verdict/1'
    ? reportView(outcome, language)
    : receiptView(outcome, language);
}

async function check(): Promise<void> {
  const [file] = bundle.files ?? [];
  if (file === undefined) return;
  shown = undefined;
  statusWord = 'busy';
  submit.disabled = true;
  progress.hidden = false;
  bar.value = 0;
  speak();
  try {
    shown = await outcomeOf(file);
  } catch (error) {
    if (!(error instanceof Unreadable)) console.error(error);
    const sentence = error instanceof Unreadable ? error.sentence : PAGE_WORDS.broken;
    shown = { verdict: 'unreadable', sentence };
  }
  statusWord = 'done';
  submit.disabled = false;
  progress.hidden = true;
  speak();
  report.focus();
}

async function outcomeOf(file: File): Promise<Shown> {
  const trustPolicy = await bytesOf(policy.files?.[0]);
  if ((await file.slice(0, RECEIPT.length).text()) === RECEIPT) {
    if (trustPolicy === undefined) throw new Unreadable(PAGE_WORDS.needsPolicy);
    return verifyReceipt(new Uint8Array(await file.arrayBuffer()), trustPolicy);
  }
  const kept = await Promise.all(
    [...(checkpoints.files ?? [])].map(async (one) => ({ name: one.name, note: await one.text() })),
  );
  return verifyBundle(() => chunksOf(file), {
    ...(trustPolicy === undefined ? {} : { trustPolicy }),
    knownCheckpoints: kept,
    rules: createWorkerRules(RULE_WORKER),
    onProgress: ({ pass, bytes }: Progress) => {
      bar.value = Math.floor(50 * (pass - 1) + (50 * bytes) / Math.max(file.size, 1));
    },
  });
}

const RECEIPT = 'c2sp.org/tlog-proof@';

const bytesOf = async (file: File | undefined): Promise<Uint8Array | undefined> =>
  file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());

/** Not every browser can loop over a stream. The pause between chunks keeps the page alive. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
languageButton.addEventListener('click', () => {
  language = language === 'id' ? 'en' : 'id';
  speak();
});
for (const type of ['dragover', 'dragleave', 'drop'] as const) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', type === 'dragover');
    if (type === 'drop' && event.dataTransfer !== null && event.dataTransfer.files.length > 0)
      bundle.files = event.dataTransfer.files;
  });
}
speak();
