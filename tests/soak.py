"""``make soak N=50``: N meetings after each other on a real server, each proved when it is over."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from browser import quick
from browser.house import open_house, radslag


def main(folder: Path, times: int) -> int:
    """Hold the meetings; stop at the first that does not hold."""
    for number in range(1, times + 1):
        began, home = time.monotonic(), folder / str(number)
        house = open_house(home)
        try:
            quick.whole(house)
        finally:
            house.close()
        radslag(home, "verify")
        shutil.rmtree(home)
        print(f"meeting {number} of {times}: {time.monotonic() - began:.1f} s, whole", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
