package main

import (
	"sort"
	"sync"
	"time"
)

type results struct {
	mutex     sync.Mutex
	elapsed   time.Duration
	statuses  map[string]int64
	latencies map[int64]int64
}

func newResults() *results {
	return &results{statuses: map[string]int64{}, latencies: map[int64]int64{}}
}

func (r *results) add(status string, latency time.Duration) {
	r.statuses[status]++
	r.latencies[latency.Microseconds()]++
}

func (r *results) merge(other *results) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for status, count := range other.statuses {
		r.statuses[status] += count
	}
	for latency, count := range other.latencies {
		r.latencies[latency] += count
	}
}

func (r *results) result() result {
	sorted := make([][2]int64, 0, len(r.latencies))
	for latency, count := range r.latencies {
		sorted = append(sorted, [2]int64{latency, count})
	}
	sort.Slice(sorted, func(a, b int) bool { return sorted[a][0] < sorted[b][0] })
	return result{r.elapsed.Microseconds(), r.statuses, sorted}
}
