// Loaded before a command: writes what the process used when it ends, as one line of JSON, to the file named in USAGE_FILE.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { rssMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.USAGE_FILE ?? '', JSON.stringify(usage));
});
