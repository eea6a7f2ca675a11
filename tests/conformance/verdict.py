"""What a rule says of a paper: what was measured, or why there is nothing to measure.

A rule is a function bound to its row of rules.toml by `@measures("R20")`. It takes what its
way of measuring gives (a `Paper` or a `Word`) and yields `Measured` values. It raises
`Absent` if the document has no such thing, and `Missing` if it should have.
"""
from dataclasses import dataclass

HOLDS, FAILS, ABSENT = "✓", "✗", "·"


class Absent(Exception):
    """The document has no such element: the rule does not apply."""


class Missing(Exception):
    """The author wrote the element, but it is not to be found."""


@dataclass(frozen=True)
class Measured:
    """One value, and whether it is as it should be; strain is the share of the tolerance
    that is used up, so that the worst of many can be shown."""

    text: str
    holds: bool
    strain: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """What became of one rule, one sample and one way of measuring."""

    sign: str
    text: str


REGISTRY = {}


def measures(rule, by="pdf"):
    """Binds a function to a rule and to a way of measuring."""
    def bind(function):
        key = rule, by
        if key in REGISTRY:
            raise ValueError(f"{rule} is measured twice by {by}")
        REGISTRY[key] = function
        return function
    return bind


def near(name, value, wanted, tolerance, unit="mm"):
    """A length that must be another one."""
    strain = abs(value - wanted) / tolerance
    return Measured(f"{name} {value:.2f} {unit}", strain <= 1, strain)


def between(name, value, least, most, slack=0.0, unit="mm"):
    """A length that must lie in a band."""
    middle, half = (least + most) / 2, (most - least) / 2 + slack
    strain = abs(value - middle) / half
    return Measured(f"{name} {value:.2f} {unit}", strain <= 1, strain)


def at_most(name, value, most, unit="mm"):
    """A length that must not exceed another one."""
    return Measured(f"{name} {value:.2f} {unit}", value <= most, value / most if most else 0.0)


def same(name, value, wanted):
    """A value that must be another one, or one of several."""
    allowed = wanted if isinstance(wanted, (set, tuple, list)) else [wanted]
    return Measured(f"{name} {value}", value in allowed, float(value not in allowed))


def true(name, holds):
    """A statement."""
    return Measured(name, bool(holds), float(not holds))


def judge(function, subject):
    """The verdict of a rule's function on its subject."""
    try:
        found = list(function(subject))
    except Absent as why:
        return Verdict(ABSENT, str(why))
    except Missing as what:
        return Verdict(FAILS, f"not found: {what}")
    except Exception as error:  # a measure that falls over has measured nothing
        return Verdict(FAILS, f"{type(error).__name__}: {error}")
    if not found:
        return Verdict(ABSENT, "nothing to measure")
    failed = [one for one in found if not one.holds]
    if failed:
        text = "; ".join(one.text for one in failed[:3])
        more = f"; {len(failed) - 3} more" if len(failed) > 3 else ""
        return Verdict(FAILS, f"{text}{more} (of {len(found)})")
    worst = max(found, key=lambda one: one.strain)
    count = f" (worst of {len(found)})" if len(found) > 1 else ""
    return Verdict(HOLDS, worst.text + count)
