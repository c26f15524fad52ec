/** Constants defined by the build (`wxt.config.ts`). */
interface ImportMetaEnv {
  /** Where to report a fault; empty if `package.json` names no address. */
  readonly BUGS_ADDRESS?: string;
}
