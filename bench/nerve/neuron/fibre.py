#!/usr/bin/env python3
"""The published double-cable fibre in NEURON, written for this comparison from the published equations and tables.

    fibre.py LIBRARY euler STEP FILE    backward Euler: the nodes' potentials after each step into FILE, doubles
    fibre.py LIBRARY fixed ORDER STEP   fixed steps, h.secondorder = ORDER
    fibre.py LIBRARY adapt ATOL         the adaptive solver, which is IDA where `extracellular` stands

The published protocol: 10 µm, 37 degrees, 21 nodes, from -80 mV; after 1 ms 2 nA for 0.1 ms into the middle node; 1.7 ms in
all. STEP in ms. Prints `key value` pairs: the best of several runs in processor seconds, the steps of one run, the segments,
the velocity in m/s between the nodes 13 and 16 (counted from 0).
"""
import math
import struct
import sys
import time

from neuron import h

DIAMETER, AXON, NODE, SPACING, FLUT, LAMELLAE = 10.0, 6.9, 3.3, 1150.0, 46.0, 120  # µm and layers
MYSA = 3.0  # µm long
RHO = 70.0  # ohm cm, of axoplasm and of the fluid under the myelin
REST = -80.0  # mV
NODES, DURATION = 21, 1.7
FROM, TO = 13, 16


def under_myelin(axon, gap):
    """Resistance of the periaxonal space in megohm for each centimetre."""
    area = math.pi * ((axon / 2 + gap) ** 2 - (axon / 2) ** 2) * 1e-8
    return RHO / area * 1e-6


def myelinated(name, length, axon, gap, leak):
    # `extracellular` takes its capacitance and conductance on the section's own surface, so the section is as wide as
    # the fibre and what belongs to the axon's membrane is scaled.
    s = h.Section(name=name)
    s.nseg, s.L, s.diam = 1, length, DIAMETER
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


def node(i):
    n = h.Section(name=f"node{i}")
    n.nseg, n.L, n.diam, n.Ra, n.cm = 1, 1.0, NODE, RHO, 2.0
    n.insert("mammalian_node")
    n.insert("extracellular")
    n.xraxial[0] = under_myelin(NODE, 0.002)
    n.xg[0], n.xc[0] = 1e10, 0.0
    return n


def fibre():
    stin = (SPACING - 1 - 2 * MYSA - 2 * FLUT) / 6
    mysa, flut, compact = (MYSA, NODE, 0.002, 1e-3), (FLUT, AXON, 0.004, 1e-4), (stin, AXON, 0.004, 1e-4)
    sections, nodes = [], []
    for i in range(NODES):
        n = node(i)
        if sections:
            n.connect(sections[-1](1), 0)
        sections.append(n)
        nodes.append(n)
        if i + 1 < NODES:
            for k, part in enumerate([mysa, flut] + [compact] * 6 + [flut, mysa]):
                s = myelinated(f"internode{i}_{k}", *part)
                s.connect(sections[-1](1), 0)
                sections.append(s)
    return sections, nodes


def crossing(times, v):
    for i in range(1, len(v)):
        if v[i - 1] < 0 <= v[i]:
            return times[i - 1] + (times[i] - times[i - 1]) * -v[i - 1] / (v[i] - v[i - 1])
    return math.nan


def main():
    library, what, *rest = sys.argv[1:]
    h.nrn_load_dll(library)
    h.load_file("stdrun.hoc")
    h.celsius = 37
    sections, nodes = fibre()
    clamp = h.IClamp(nodes[NODES // 2](0.5))
    clamp.delay, clamp.dur, clamp.amp = 1.0, 0.1, 2.0
    h.ParallelContext().nthread(1)
    solver = h.CVode()
    solver.cache_efficient(1)  # the fastest layout of its memory
    adaptive = what == "adapt"
    if adaptive:
        solver.active(1)
        solver.atol(float(rest[0]))
    else:
        h.secondorder = int(rest[0]) if what == "fixed" else 0
        h.dt = float(rest[1] if what == "fixed" else rest[0])
    watched = nodes if what == "euler" else [nodes[FROM], nodes[TO]]
    traces = [h.Vector().record(n(0.5)._ref_v) for n in watched]
    times = h.Vector().record(h._ref_t)
    best = math.inf
    for _ in range(1 if what == "euler" else 7):
        h.finitialize(REST)
        begun = time.process_time()
        if adaptive:
            solver.solve(DURATION)
        else:
            for _ in range(round(DURATION / h.dt)):
                h.fadvance()
        best = min(best, time.process_time() - begun)
    columns = [list(v) for v in traces]
    if what == "euler":
        with open(rest[1], "wb") as file:
            for k in range(1, len(columns[0])):
                file.write(struct.pack(f"{NODES}d", *[c[k] for c in columns]))
        start, end = columns[FROM], columns[TO]
    else:
        start, end = columns
    t = list(times)
    velocity = (TO - FROM) * SPACING * 1e-3 / (crossing(t, end) - crossing(t, start))
    print(f"seconds {best:.9g} steps {len(t) - 1} segments {sum(s.nseg for s in sections)} velocity {velocity:.9g}")


main()
