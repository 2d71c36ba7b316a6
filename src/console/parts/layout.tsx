/** The frame around every page. */
import type { ComponentChildren } from 'preact';
import type { NavigationEntry } from '../navigation.ts';
import { instantInWords } from '../words/amounts.ts';
import { ROLE_WORDS } from '../words/roles.ts';
import type { Words } from '../words/words.ts';
import { Form, LinkButton } from './form.tsx';
import { useRendering, useWords } from './rendering.ts';

export interface LayoutProps {
  readonly title: Words;
  readonly navigation: readonly NavigationEntry[];
  readonly within?: string;
  readonly before?: ComponentChildren;
  readonly scripts: readonly string[];
  readonly plain: boolean;
  readonly children: ComponentChildren;
  /** Name of the office or site that the desk belongs to. */
  readonly desk: string;
  /** Address of a file of the console, with the mark of its content. */
  readonly asset: (name: string) => string;
}

export function Layout({
  title,
  navigation,
  within,
  before,
  scripts,
  plain,
  children,
  asset,
  desk,
}: LayoutProps) {
  const t = useWords();
  const { language, account } = useRendering();
  return (
    <html lang={language} class="govuk-template" data-account={account}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${t(title)} · Titian`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('console.css')} />
        {/* Keys lead to entries of the menu: where there is none, there are no keys. */}
        {['page', ...(navigation.length === 0 ? [] : ['shortcuts']), ...scripts].map((name) => (
          <script src={asset(`${name}.js`)} defer />
        ))}
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          {t({ id: 'Langsung ke isi', en: 'Skip to main content' })}
        </a>
        {plain ? null : <SandboxBar />}
        <Head plain={plain} desk={desk} />
        {navigation.length === 0 ? null : (
          <nav class="titian-nav" aria-label={t({ id: 'Menu', en: 'Menu' })}>
            <div class="titian-page">
              <ul>
                {navigation.map(({ path, name }) => (
                  <li>
                    <a href={path} {...(path === within ? { 'aria-current': 'page' as const } : {})}>
                      {t(name)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
        )}
        <div class="titian-page">
          {before === undefined || before === null ? null : (
            <nav class="titian-before" aria-label={t({ id: 'Jalan kembali', en: 'Way back' })}>
              {before}
            </nav>
          )}
          <main class="titian-main" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Foot />
      </body>
    </html>
  );
}

function Head({ plain, desk }: { readonly plain: boolean; readonly desk: string }) {
  const t = useWords();
  const { session, language, path } = useRendering();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <header class="titian-head">
      <div class="titian-page">
        <a class="titian-head__name govuk-link govuk-link--inverse" href="/">
          Titian
        </a>
        <div class="titian-head__who">
          {session === undefined || plain ? null : (
            <span>
              {t(ROLE_WORDS[session.actor.role])} · {desk}
            </span>
          )}
          <a
            class="govuk-link govuk-link--inverse"
            href={`/language/${other}?${new URLSearchParams({ back: path })}`}
            hreflang={other}
            lang={other}
          >
            {other === 'en' ? 'English' : 'Bahasa Indonesia'}
          </a>
          {session === undefined ? null : (
            <Form action="/sign-out">
              <LinkButton>{t({ id: 'Keluar', en: 'Sign out' })}</LinkButton>
            </Form>
          )}
        </div>
      </div>
    </header>
  );
}

/** A practice world is never taken for the real one: its clock stands on every page. */
function SandboxBar() {
  const t = useWords();
  const { inSandbox, session, now, zone, language } = useRendering();
  if (!inSandbox) return null;
  return (
    <aside class="titian-sandbox" aria-label={t({ id: 'Kotak latihan', en: 'Sandbox' })}>
      <div class="titian-page">
        <p>
          <strong>{t({ id: 'Latihan', en: 'Sandbox' })}</strong>{' '}
          {t({ id: 'Semua orang di sini fiktif.', en: 'Everybody here is fictitious.' })}
        </p>
        {session === undefined ? null : (
          <p>
            {t({ id: 'Jam dunia', en: 'Clock of world' })} {session.world}:{' '}
            {instantInWords(language, now, zone)}
          </p>
        )}
        <p>
          {session === undefined ? null : (
            <>
              <a href="/sandbox/clock">{t({ id: 'Majukan jam', en: 'Move the clock' })}</a>{' '}
              <a href="/sandbox/worlds">{t({ id: 'Mulai dari awal', en: 'Start afresh' })}</a>
            </>
          )}{' '}
          <a href="/sign-in">{t({ id: 'Ganti meja', en: 'Change desk' })}</a>
        </p>
      </div>
    </aside>
  );
}

function Foot() {
  const t = useWords();
  return (
    <footer class="titian-foot">
      <div class="titian-page">
        <ul>
          <li>
            <a class="govuk-link" href="/certificates/check">
              {t({ id: 'Periksa sertifikat', en: 'Check a certificate' })}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/my">
              {t({ id: 'Halaman saya (dengan kode)', en: 'My own page (with a code)' })}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/about">
              {t({ id: 'Tentang Titian', en: 'About Titian' })}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/privacy">
              {t({ id: 'Perlindungan data pribadi', en: 'Privacy' })}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/accessibility">
              {t({ id: 'Aksesibilitas', en: 'Accessibility' })}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
