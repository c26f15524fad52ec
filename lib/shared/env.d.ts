/** What the build puts in by name (`wxt.config.ts`). */
interface ImportMetaEnv {
  /** Where a fault can be told; empty where `package.json` names no such place. */
  readonly BUGS_ADDRESS?: string;
}
