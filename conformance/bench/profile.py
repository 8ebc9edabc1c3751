#!/usr/bin/env python3
"""Sums a profile of Ephemint by part: profile.py COLLAPSED MICROSECONDS

COLLAPSED is async-profiler's output of that name, with threads. Each sample counts for the innermost frame that belongs to a part;
those of the compiler are left out. MICROSECONDS is the CPU time of one mint without it. server/docs/decisions/0053-*.md shows a use.
"""

import collections
import re
import sys

COMPILER = "compiler"
OTHER = "other"

# The first that matches a frame counts, so the narrow ones come first.
PARTS = [
    ("garbage collection", r"GangWorker|GCTask|WorkerThread::run|ConcurrentGC|DefNewGeneration|SerialHeap|G1[A-Z]|GcInfo|createGCNotification"),
    ("log", r"ch/qos/logback|server/log/|slf4j"),
    ("metrics", r"io/micrometer|server/metrics/(?!Metered|Mint)"),
    ("schema of the request", r"http/gate/SchemaGate"),
    ("schema of the response", r"ContractDeviations"),
    ("redaction", r"contract/redaction"),
    ("reading the request", r"http/gate/"),
    ("writing the response", r"ContractWriter|TokenResponse"),
    ("caller's key", r"server/caller/"),
    ("writing the call", r"UpstreamRequests"),
    ("HTTP client, system calls included", r"apache/hc|server/upstream/(HttpExchange|PooledClient|ResponseBody|ClockTimer|CallProgress)"),
    ("timer of calls", r"ScheduledThreadPoolExecutor"),
    ("reading the vendor's response", r"UpstreamReply\."),
    ("rest of the dialect", r"server/dialect/"),
    ("limits and records", r"server/admission|server/audit"),
    ("misplaced and unknown members", r"mint/shape/Placement|contract/KnownMembers"),
    ("other policies", r"server/policy|server/mint/(?!turn)|server/pool|server/sealed|LiveSections"),
    ("filters", r"http/filter|http/error"),
    ("Jersey: HK2", r"glassfish/hk2|jvnet/hk2"),
    ("Jersey: the rest", r"glassfish/jersey"),
    ("intake", r"http/intake|AnyHost|CompletingHandler"),
    ("Jetty, system calls included", r"eclipse/jetty"),
    ("virtual threads", r"VirtualThread|ForkJoin|Continuation|sun/nio/ch/Poller"),
]


def part(frames):
    if re.match(r"\[C[12] ", frames[0]):
        return COMPILER
    for frame in reversed(frames):
        for name, pattern in PARTS:
            if re.search(pattern, frame):
                return name
    return OTHER


def main(collapsed, microseconds):
    samples = collections.Counter()
    with open(collapsed) as lines:
        for line in lines:
            stack, count = line.rsplit(" ", 1)
            samples[part(stack.split(";"))] += int(count)
    del samples[COMPILER]
    total = sum(samples.values())
    print("| for | % | µs |\n|---|---|---|")
    for name, count in samples.most_common():
        print(f"| {name} | {100 * count / total:.1f} | {microseconds * count / total:.0f} |")
    print(f"| sum | 100.0 | {microseconds:.0f} |")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
