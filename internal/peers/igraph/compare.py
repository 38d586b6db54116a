"""Times igraph's C library on a graph file that the Go program beside this
script wrote, and prints one line of JSON.

Each time is the best of several rounds, of the time that the processor worked
on it: what else the machine does hardly counts. Tiers are taken by whichever of
igraph's two ways is faster: distances() or bfs()."""

import json
import sys
import time

import igraph


def best(rounds, run):
    times, result = [], None
    for _ in range(rounds):
        start = time.process_time()
        result = run()
        times.append(time.process_time() - start)
    return min(times), result


def main():
    path, rounds = sys.argv[1], int(sys.argv[2])
    graph = igraph.Graph.Read_Edgelist(path, directed=True)
    distances_s, distances = best(rounds, lambda: graph.distances(source=[0], mode="in")[0])
    bfs_s, _ = best(rounds, lambda: graph.bfs(0, mode="in"))
    cycles_s, parts = best(rounds, lambda: graph.connected_components(mode="strong"))
    reached = [int(d) for d in distances if d != float("inf")]
    print(json.dumps({
        "version": igraph.__version__,
        "tiersSeconds": min(distances_s, bfs_s),
        "cyclesSeconds": cycles_s,
        "reached": len(reached),
        "sumOfTiers": sum(reached),
        "cycles": sum(1 for n in parts.sizes() if n > 1),
        "inCycles": sum(n for n in parts.sizes() if n > 1),
    }))


main()
