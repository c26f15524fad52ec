/** The environment variable with the folder for the browsers' profiles. */
export const PROFILES_FOLDER = 'SIDELIGHT_PROFILES';
