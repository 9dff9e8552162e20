#!/usr/bin/env python3
"""The published double-cable fibre in NEURON, written for this comparison from the published equations and tables.

    fibre.py LIBRARY euler STEP_MS NODES MS FILE   backward Euler; node voltages at each step into FILE (doubles)
    fibre.py LIBRARY time STEP_MS NODES MS         backward Euler, timed
    fibre.py LIBRARY order ORDER STEP_MS NODES MS  h.secondorder = ORDER, conduction velocity and time
    fibre.py LIBRARY adapt ATOL NODES MS           the adaptive solver (IDA, which `extracellular` makes it take)

Fibre of 10 µm, 37 degrees, 2 nA for 0.1 ms into the first node from the start. Prints one line of `key value` pairs.
"""
import math
import struct
import sys
import time

from neuron import h

DIAMETER, AXON, NODE, SPACING, FLUT, LAMELLAE = 10.0, 6.9, 3.3, 1150.0, 46.0, 120
MYSA = 3.0
RHO = 70.0  # ohm cm, of axoplasm and of the fluid under the myelin
REST = -80.0


def under_myelin(axon, gap):
    """Resistance of the periaxonal space in megohm for each centimetre."""
    area = math.pi * ((axon / 2 + gap) ** 2 - (axon / 2) ** 2) * 1e-8
    return RHO / area * 1e-6


def myelinated(name, length, axon, gap, leak):
    # `extracellular` takes its capacitance and conductance on the section's own surface, so the section is as wide as
    # the fibre and what belongs to the axon's membrane is scaled.
    s = h.Section(name=name)
    s.nseg = 1
    s.L = length
    s.diam = DIAMETER
    s.Ra = RHO * (DIAMETER / axon) ** 2
    s.cm = 2.0 * axon / DIAMETER
    s.insert("pas")
    s.insert("extracellular")
    for segment in s:
        segment.pas.g = leak * axon / DIAMETER
        segment.pas.e = REST
    s.xraxial[0] = under_myelin(axon, gap)
    s.xg[0] = 1e-3 / (2 * LAMELLAE)
    s.xc[0] = 0.1 / (2 * LAMELLAE)
    return s


def fibre(nodes):
    stin = (SPACING - 1 - 2 * MYSA - 2 * FLUT) / 6
    sections, ranvier = [], []
    for i in range(nodes):
        n = h.Section(name=f"node{i}")
        n.nseg, n.L, n.diam, n.Ra, n.cm = 1, 1.0, NODE, RHO, 2.0
        n.insert("mammalian_node")
        n.insert("extracellular")
        n.xraxial[0] = under_myelin(NODE, 0.002)
        n.xg[0], n.xc[0] = 1e10, 0.0
        if sections:
            n.connect(sections[-1](1), 0)
        sections.append(n)
        ranvier.append(n)
        if i == nodes - 1:
            break
        parts = [(MYSA, NODE, 0.002, 1e-3), (FLUT, AXON, 0.004, 1e-4)]
        parts += [(stin, AXON, 0.004, 1e-4)] * 6
        parts += [(FLUT, AXON, 0.004, 1e-4), (MYSA, NODE, 0.002, 1e-3)]
        for k, (length, axon, gap, leak) in enumerate(parts):
            s = myelinated(f"internode{i}_{k}", length, axon, gap, leak)
            s.connect(sections[-1](1), 0)
            sections.append(s)
    return sections, ranvier


def velocity(ranvier, traces, times):
    first, last = len(ranvier) // 4, 3 * len(ranvier) // 4

    def crossing(v):
        for i in range(1, len(v)):
            if v[i - 1] < 0 <= v[i]:
                return times[i - 1] + (times[i] - times[i - 1]) * (0 - v[i - 1]) / (v[i] - v[i - 1])
        return math.nan

    return (last - first) * SPACING * 1e-3 / (crossing(traces[last]) - crossing(traces[first]))


def main():
    h.nrn_load_dll(sys.argv[1])
    h.load_file("stdrun.hoc")
    what = sys.argv[2]
    nodes, ms = int(sys.argv[4 if what != "order" else 5]), float(sys.argv[5 if what != "order" else 6])
    sections, ranvier = fibre(nodes)
    h.celsius = 37
    clamp = h.IClamp(ranvier[0](0.5))
    clamp.delay, clamp.dur, clamp.amp = 0.0, 0.1, 2.0
    pc = h.ParallelContext()
    pc.nthread(1)
    h.cvode.cache_efficient(1)
    solver = h.CVode()
    timed_only = what == "time"
    watched = [] if timed_only else ranvier if what == "euler" else [ranvier[nodes // 4], ranvier[3 * nodes // 4]]
    traces = [h.Vector().record(n(0.5)._ref_v) for n in watched]
    times = h.Vector().record(h._ref_t)
    if what == "adapt":
        solver.active(1)
        solver.use_daspk(1)
        solver.atol(float(sys.argv[3]))
    else:
        h.secondorder = int(sys.argv[3]) if what == "order" else 0
        h.dt = float(sys.argv[4] if what == "order" else sys.argv[3])
    best = math.inf
    steps = 0
    for _ in range(5):
        h.finitialize(REST)
        if what != "adapt":
            steps = round(ms / h.dt)
        begun = time.process_time()
        if what == "adapt":
            solver.solve(ms)
        else:
            for _ in range(steps):
                h.fadvance()
        best = min(best, time.process_time() - begun)
    segments = sum(s.nseg for s in sections)
    if what == "adapt":
        statistics = h.Vector()
        solver.statistics() if False else None
        steps = len(times) - 1
    out = f"seconds {best:.9g} steps {steps} segments {segments}"
    if what in ("order", "adapt"):
        t = list(times)
        pair = [list(v) for v in traces]

        def crossing(v):
            for i in range(1, len(v)):
                if v[i - 1] < 0 <= v[i]:
                    return t[i - 1] + (t[i] - t[i - 1]) * (0 - v[i - 1]) / (v[i] - v[i - 1])
            return math.nan

        span = (3 * nodes // 4 - nodes // 4) * SPACING * 1e-3
        out += f" velocity {span / (crossing(pair[1]) - crossing(pair[0])):.9g}"
    if what == "euler":
        with open(sys.argv[6], "wb") as file:
            columns = [list(v) for v in traces]
            for k in range(1, len(columns[0])):
                file.write(struct.pack(f"{nodes}d", *[c[k] for c in columns]))
        out += f" recorded {len(columns[0]) - 1}"
    print(out)


main()
