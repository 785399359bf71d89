"""Prints, for each Beancount file named on standard input, its errors and the sum of each kind of account, as JSON."""
import json
import sys
from decimal import Decimal

from beancount import loader
from beancount.core import data

for line in sys.stdin:
    entries, errors, _ = loader.load_file(line.strip())
    sums = {}
    for entry in entries:
        if isinstance(entry, data.Transaction):
            for posting in entry.postings:
                kind = posting.account.split(":")[0]
                sums[kind] = sums.get(kind, Decimal(0)) + posting.units.number
    print(json.dumps({"errors": [str(one.message) for one in errors],
                      "sums": {kind: str(value) for kind, value in sums.items()}}))
