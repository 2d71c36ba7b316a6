/** The two sliders. Without scripts they are two lists of positions and the steps beside them. */

import { commandWords, outcomeWords } from '../../audit/command-words.ts';
import type { Axes, Position } from '../../audit/replay-position.ts';
import { positionQuery, stepDay, stepKnown } from '../../audit/replay-position.ts';
import { type StreamName, streamPath } from '../../audit/streams.ts';
import { Button } from '../../parts/form.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { dayAndDate, instantInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';

export function ReplayControls({
  name,
  axes,
  position,
}: {
  readonly name: StreamName;
  readonly axes: Axes;
  readonly position: Position;
}) {
  const t = useWords();
  const { language, zone } = useRendering();
  const path = streamPath(`${name.kind}/${name.id}`);
  return (
    // Reads only: the position stands in the address and can be kept or passed on.
    <form method="get" action={path} class="titian-replay" data-replay-form>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="known">
          {t({ id: 'Sebagaimana diketahui setelah keputusan', en: 'As known after decision' })}
        </label>
        <div class="govuk-hint" id="known-hint">
          {t({
            id: 'Sumbu pencatatan: apa yang sudah dicatat sampai saat itu.',
            en: 'The axis of recording: what had been recorded by then.',
          })}
        </div>
        <select class="govuk-select" id="known" name="known" aria-describedby="known-hint" data-slider>
          <option value="0" selected={position.known === 0}>
            {t({ id: '0 · sebelum ada catatan', en: '0 · before anything was recorded' })}
          </option>
          {axes.decisions.map(({ decision, command, outcome, decidedAt }) => (
            <option value={String(decision)} selected={decision === position.known}>
              {`${decision} · ${instantInWords(language, decidedAt, zone)} · ${t(commandWords(command))} · ${t(outcomeWords(outcome))}`}
            </option>
          ))}
        </select>
        <Steps
          path={path}
          back={stepKnown(axes, position, -1)}
          on={stepKnown(axes, position, 1)}
          what={{ id: 'keputusan', en: 'decision' }}
        />
      </div>
      {name.kind === 'journey' ? (
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="on">
            {t({ id: 'Keadaan pada tanggal', en: 'As it was on' })}
          </label>
          <div class="govuk-hint" id="on-hint">
            {t({
              id: 'Sumbu kejadian: apa yang saat itu diketahui tentang hari tersebut.',
              en: 'The axis of what happened: what was known by then about that day.',
            })}
          </div>
          <select class="govuk-select" id="on" name="on" aria-describedby="on-hint" data-slider>
            {axes.days.map((day) => (
              <option value={day} selected={day === position.on}>
                {dayAndDate(language, day)}
              </option>
            ))}
            <option value="" selected={position.on === undefined}>
              {t({ id: 'Semua yang diketahui', en: 'All that is known' })}
            </option>
          </select>
          <Steps
            path={path}
            back={stepDay(axes, position, -1)}
            on={stepDay(axes, position, 1)}
            what={{ id: 'tanggal', en: 'date' }}
          />
        </div>
      ) : null}
      <Button kind="secondary">{t({ id: 'Tampilkan posisi ini', en: 'Show this position' })}</Button>
    </form>
  );
}

function Steps({
  path,
  back,
  on,
  what,
}: {
  readonly path: string;
  readonly back: Position | undefined;
  readonly on: Position | undefined;
  readonly what: Words;
}) {
  const t = useWords();
  return (
    <p class="govuk-body titian-steps titian-screen-only">
      {back === undefined ? null : (
        <a class="govuk-link" href={`${path}?${positionQuery(back)}`}>
          ← {t({ id: `${what.id} sebelumnya`, en: `previous ${what.en}` })}
        </a>
      )}
      {on === undefined ? null : (
        <a class="govuk-link" href={`${path}?${positionQuery(on)}`}>
          {t({ id: `${what.id} berikutnya`, en: `next ${what.en}` })} →
        </a>
      )}
    </p>
  );
}
