/** The variable of the environment that names a file in which tests note, a line each, what they tried a sample of. */
export const SAMPLES_FILE = 'SAMPLES_FILE';
