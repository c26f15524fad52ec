/**
 * The environment variable with the path of a file to which tests append one line for each table that they only
 * sampled.
 */
export const SAMPLES_FILE = 'SAMPLES_FILE';
