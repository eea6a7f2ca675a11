"""Collects what the readers say, one line a check, and counts it."""


class Report:
    """Runs checks and prints their outcome as they come."""

    def __init__(self, name):
        self.name = name
        self.passed = 0
        self.failed = 0

    def check(self, name, judge, *arguments):
        """Calls `judge`, which returns what it finds wrong: nothing means passed.

        An exception is a finding too: a reader that is missing or falls over has not read
        the file.
        """
        try:
            findings = list(judge(*arguments))
        except Exception as error:
            findings = [f"{type(error).__name__}: {error}"]
        if findings:
            self.failed += 1
        else:
            self.passed += 1
        print(f"{'FAIL' if findings else 'ok  '} {name}", flush=True)
        for finding in findings[:20]:
            print(f"       {finding}")
        if len(findings) > 20:
            print(f"       … and {len(findings) - 20} more")

    def finish(self):
        """Prints the summary; returns the exit status."""
        print(f"{self.name}: {self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.passed else 0
