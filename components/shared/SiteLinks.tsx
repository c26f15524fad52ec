/** Links that the extension opens itself, one per site. */
export function SiteLinks({
  links,
  onOpen,
}: {
  readonly links: readonly { readonly label: string; readonly address: string }[];
  readonly onOpen: (address: string) => void;
}) {
  return links.map(({ label, address }) => (
    <a
      key={address}
      href={address}
      onClick={(event) => {
        event.preventDefault();
        onOpen(address);
      }}
    >
      {label}
    </a>
  ));
}
