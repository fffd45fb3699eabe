"""``python -m radslag`` is the program ``radslag``."""

import sys

from radslag.site.commands import main

sys.exit(main())
