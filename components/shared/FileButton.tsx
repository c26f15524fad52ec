import { useRef } from 'react';

/** A button with which the user chooses a file. */
export function FileButton({
  label,
  inputLabel,
  accept,
  isDisabled = false,
  onFile,
}: {
  readonly label: string;
  /** The name of the hidden file input, for assistive technology. */
  readonly inputLabel: string;
  readonly accept?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" disabled={isDisabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={inputLabel}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Allows the same file to be chosen again after it was corrected.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
