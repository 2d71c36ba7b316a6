/** A form that carries its session's token. Everything that changes anything is one of these. */
import type { ComponentChildren } from 'preact';
import { FORM_TOKEN_FIELD } from '../session/forgery.ts';
import { useRendering } from './rendering.ts';

export interface FormProps {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly files?: boolean;
  readonly class?: string;
  readonly id?: string;
}

export function Form({ action, children, files, class: className, id }: FormProps) {
  const { formToken } = useRendering();
  return (
    // Our own messages stand beside the fields, in the page's language: the browser's are switched off.
    <form
      method="post"
      action={action}
      noValidate
      {...(files === true ? { enctype: 'multipart/form-data' as const } : {})}
      {...(className === undefined ? {} : { class: className })}
      {...(id === undefined ? {} : { id })}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      {children}
    </form>
  );
}

/** The button that sends a form. It cannot be pressed twice where scripts run (browser/page.ts). */
export function Button({
  children,
  kind = 'usual',
  name,
  value,
}: {
  readonly children: ComponentChildren;
  readonly kind?: 'usual' | 'secondary' | 'warning';
  readonly name?: string;
  readonly value?: string;
}) {
  const look = kind === 'usual' ? '' : ` govuk-button--${kind}`;
  return (
    <button
      type="submit"
      class={`govuk-button${look}`}
      {...(name === undefined ? {} : { name })}
      value={value}
    >
      {children}
    </button>
  );
}

/** Looks like a link and changes something. */
export function LinkButton({ children }: { readonly children: ComponentChildren }) {
  return (
    <button type="submit" class="titian-link-button">
      {children}
    </button>
  );
}
