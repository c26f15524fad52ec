/** CPU milliseconds of `work`, which other programs on the machine disturb less than the clock. */
export const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
