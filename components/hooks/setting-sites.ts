/** The sites that have settings of their own, for the form. */
export { SETTING_SITES } from '@/lib/shared/settings/fields';
