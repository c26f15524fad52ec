import { useId, type ReactNode } from 'react';

/** The entries of an object with exactly the keys of its type. */
function entriesOf<Key extends string>(
  labels: Readonly<Record<Key, string>>,
): readonly (readonly [Key, string])[];
function entriesOf(labels: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(labels);
}

/** A setting with few choices: radio buttons drawn as one control. */
export function ChoiceField<Choice extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The label of each choice, in the order in which they are shown. */
  readonly choices: Readonly<Record<Choice, string>>;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const name = useId();
  return (
    <fieldset className="field" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="field-label">{label}</legend>
      <div className="choices">
        {entriesOf(choices).map(([choice, text]) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}

/** A setting that is on or off. */
export function SwitchField({
  label,
  hint,
  value,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="field field-switch">
      <input
        type="checkbox"
        role="switch"
        className="switch"
        id={id}
        checked={value}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** A titled section of the settings page. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h2 className="settings-title" id={id}>
        {title}
      </h2>
      <div className="settings-body">{children}</div>
    </section>
  );
}
