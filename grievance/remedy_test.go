package grievance_test

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestAnUnsoundRemedyIsRefusedForItsDefect(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*grievance.Remedy)
		want   grievance.RemedyDefect
	}{
		{"sound", func(r *grievance.Remedy) {}, grievance.RemedyDefectNotStated},
		{"an apology to a group without a number", func(r *grievance.Remedy) {
			r.Form, r.People, r.Amount = grievance.Apology, risk.Count{}, risk.Money{}
		}, grievance.RemedyDefectNotStated},
		{"nothing, in dollars", func(r *grievance.Remedy) { r.Amount.Minor = 0 }, grievance.RemedyDefectNotStated},
		{"to nobody", func(r *grievance.Remedy) { r.People, r.Groups = risk.Count{}, nil }, grievance.ToNobody},
		{"to none of a group", func(r *grievance.Remedy) { r.People = risk.CountOf(0) }, grievance.ToNobody},
		{"negative", func(r *grievance.Remedy) { r.Amount.Minor = -1 }, grievance.NegativeAmount},
		{"most negative", func(r *grievance.Remedy) { r.Amount.Minor = math.MinInt64 }, grievance.NegativeAmount},
		{"no currency", func(r *grievance.Remedy) { r.Amount.Currency = "" }, grievance.NoCurrency},
		{"no form", func(r *grievance.Remedy) { r.Form = 0 }, grievance.NoForm},
		{"a form that there is not", func(r *grievance.Remedy) { r.Form = 99 }, grievance.NoForm},
		{"no ID", func(r *grievance.Remedy) { r.ID = uuid.Nil }, grievance.NoRemedyID},
		{"shares of less than the whole", func(r *grievance.Remedy) { r.Shares = []grievance.Contribution{{BasisPoints: 9999}} }, grievance.SharesNotWhole},
		{"shares of more than the whole", func(r *grievance.Remedy) {
			r.Shares = []grievance.Contribution{{BasisPoints: 9999}, {BasisPoints: 2}}
		}, grievance.SharesNotWhole},
		{"a share by nobody", func(r *grievance.Remedy) {
			r.Shares = []grievance.Contribution{{By: grievancetest.ID(1), BasisPoints: 9999}, {BasisPoints: 1}}
		}, grievance.NoContributor},
		{"two shares by one", func(r *grievance.Remedy) {
			r.Shares = []grievance.Contribution{{By: grievancetest.ID(1), BasisPoints: 9999}, {By: grievancetest.ID(1), BasisPoints: 1}}
		}, grievance.ContributorTwice},
		{"a currency in words", func(r *grievance.Remedy) { r.Amount.Currency = "dollars" }, grievance.NoCurrency},
		{"a currency in small letters", func(r *grievance.Remedy) { r.Amount.Currency = "usd" }, grievance.NoCurrency},
	} {
		r := grievancetest.Remedy(1, c.change)
		err := r.Check()
		var refused *grievance.RemedyError
		if c.want == grievance.RemedyDefectNotStated && err != nil || c.want != grievance.RemedyDefectNotStated && (!errors.As(err, &refused) || refused.Defect != c.want) {
			t.Errorf("%s: got %v", c.name, err)
		}
		if err != nil && strings.HasSuffix(err.Error(), "refused") {
			t.Errorf("%s: the error gives no advice: %v", c.name, err)
		}
	}
	c := at(grievance.Admitted)
	twice := next(c, grievance.ProposeRemedy, func(e *grievance.Event) {
		e.Remedies = []grievance.Remedy{grievancetest.Remedy(1), grievancetest.Remedy(1)}
	})
	var refused *grievance.RemedyError
	if err := c.Append(grievance.AnyVersion, risk.Date{}, twice); !errors.As(err, &refused) || refused.Defect != grievance.RemedyTwice {
		t.Errorf("two remedies with one ID: %v", err)
	}
}

func TestSharesOfARemedyLoseNoMinorUnit(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 5000 {
		r := grievancetest.Remedy(1)
		r.Amount.Minor = rng.Int64N([]int64{2, 100, 1_000_000, math.MaxInt64}[rng.IntN(4)])
		left := grievance.WholeShare
		for i := range 1 + rng.IntN(6) {
			part := left
			if i < 5 {
				part = rng.IntN(left + 1)
			}
			r.Shares = append(r.Shares, grievance.Contribution{By: grievancetest.ID(i), BasisPoints: uint16(part)})
			left -= part
		}
		r.Shares[0].BasisPoints += uint16(left)
		parts := r.Split()
		sum := big.NewInt(0)
		for i, p := range parts {
			sum.Add(sum, big.NewInt(p.Minor))
			exact := new(big.Rat).SetFrac64(int64(r.Shares[i].BasisPoints), grievance.WholeShare)
			exact.Mul(exact, new(big.Rat).SetInt64(r.Amount.Minor))
			off := new(big.Rat).Sub(exact, new(big.Rat).SetInt64(p.Minor))
			if off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 || p.Currency != r.Amount.Currency {
				t.Fatalf("%v of %v: %v, exactly %v", r.Shares[i].BasisPoints, r.Amount, p, exact)
			}
		}
		if len(parts) != len(r.Shares) || !sum.IsInt64() || sum.Int64() != r.Amount.Minor {
			t.Fatalf("parts of %v add up to %v", r.Amount, sum)
		}
	}
	alone := grievancetest.Remedy(1)
	if alone.Split() != nil {
		t.Error("a remedy that one gives has shares")
	}
}
