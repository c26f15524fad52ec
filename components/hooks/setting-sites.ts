/** The sites that have their own settings, for the form. */
export { SETTING_SITES } from '@/lib/shared/settings/fields';
