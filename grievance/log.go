package grievance

import "log/slog"

// LogValue returns the ID and the number of events of a case that is logged by
// itself; within another value a handler prints all of it but its secrets.
// Place, right and date of a case can point at a person together and do not go
// to a log. It implements slog.LogValuer.
func (c Case) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", c.ID.String()), slog.Int("events", len(c.Events)))
}

// LogValue returns the IDs and the kind. It implements slog.LogValuer.
func (e Event) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", e.ID.String()), slog.String("case", e.Case.String()),
		slog.String("kind", e.Kind.String()))
}

// LogValue returns the ID. It implements slog.LogValuer.
func (p Identity) LogValue() slog.Value { return slog.GroupValue(slog.String("id", p.ID.String())) }

// LogValue returns the day on which the figures look at things and nothing of
// them: a figure about few people does not go to a log. It implements
// slog.LogValuer.
func (f Figures) LogValue() slog.Value {
	return slog.GroupValue(slog.String("asOf", f.AsOf.String()))
}
