// Loaded into every measured server by `node --import`: tells over IPC what the process has used, when asked.
if (process.send) {
  process.on('message', (message) => {
    if (message !== 'usage') return;
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.send({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 });
  });
  process.channel?.unref();
}
