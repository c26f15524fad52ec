import { useState } from 'react';
import { formatDay } from '@/lib/domain/describe';
import type { Shortcut } from '@/lib/services/shortcuts';
import { SettingsSection } from './fields';

/** Counts of what the catalogue holds. */
export interface CatalogueFacts {
  readonly version: string;
  readonly date: string;
  readonly papers: number;
  readonly results: number;
  readonly withCode: number;
  readonly tags: number;
}

/** The keyboard commands as they are set, and the way to the browser's page that changes them. */
export function ShortcutsSection({
  shortcuts,
  onChange,
}: {
  readonly shortcuts: readonly Shortcut[];
  readonly onChange: () => Promise<'opened' | 'manual'>;
}) {
  const [manual, setManual] = useState(false);
  return (
    <SettingsSection title="Keyboard">
      <dl className="facts">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : 'not set'}</dd>
          </div>
        ))}
        <div>
          <dt>In the panel: abstract, PDF, HTML, Hugging Face</dt>
          <dd>
            <kbd>A</kbd> <kbd>P</kbd> <kbd>H</kbd> <kbd>F</kbd>
          </dd>
        </div>
        <div>
          <dt>In the panel: next and previous related paper, back</dt>
          <dd>
            <kbd>J</kbd> <kbd>K</kbd> <kbd>B</kbd>
          </dd>
        </div>
      </dl>
      <button
        type="button"
        className="button"
        onClick={() => void onChange().then((outcome) => setManual(outcome === 'manual'))}
      >
        Change the browser’s shortcuts
      </button>
      {manual ? (
        <p className="field-hint" role="status">
          The browser lets no extension open that page. In Firefox: Add-ons and themes, the cog, Manage
          extension shortcuts.
        </p>
      ) : null}
    </SettingsSection>
  );
}

/** What the bundled catalogue holds, in figures. */
export function CatalogueSection({ facts }: { readonly facts: CatalogueFacts | undefined }) {
  return (
    <SettingsSection title="Catalogue">
      {facts ? (
        <dl className="facts">
          <div>
            <dt>As of</dt>
            <dd>
              {formatDay(facts.date)} (version {facts.version})
            </dd>
          </div>
          <div>
            <dt>Papers</dt>
            <dd>{facts.papers}</dd>
          </div>
          <div>
            <dt>Reported results</dt>
            <dd>{facts.results}</dd>
          </div>
          <div>
            <dt>Papers with code</dt>
            <dd>{facts.withCode}</dd>
          </div>
          <div>
            <dt>Tags</dt>
            <dd>{facts.tags}</dd>
          </div>
        </dl>
      ) : (
        <p>The catalogue cannot be read. Reload the extension, or install it again.</p>
      )}
    </SettingsSection>
  );
}

/** What is kept and what is not, and the way to forget all of it. */
export function PrivacySection() {
  return (
    <SettingsSection title="Privacy">
      <p>
        Sidelight makes no network request. The catalogue, the search and the reading of pages are inside the
        extension; which papers you open is told to nobody.
      </p>
      <p>
        It runs on arXiv and Hugging Face only. It keeps on this computer: these settings, the sidebar’s width
        and whether you folded it, your last searches, and, until the browser closes, the papers you jumped
        through.
      </p>
    </SettingsSection>
  );
}

/** Reset, in two clicks: the second says what it does. */
export function ResetSection({ onReset }: { readonly onReset: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <SettingsSection title="Reset">
      {asked ? (
        <>
          <p>Forget these settings, the sidebar’s width and state, recent searches and trails?</p>
          <div className="row-actions">
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                onReset();
                setAsked(false);
              }}
            >
              Forget all of it
            </button>
            <button type="button" className="button" onClick={() => setAsked(false)}>
              Keep
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          Reset everything…
        </button>
      )}
    </SettingsSection>
  );
}
