/** The variable of the environment that names the folder for the browsers' profiles. */
export const PROFILES_FOLDER = 'SIDELIGHT_PROFILES';
