"""What the pages for the hall ask for."""

import json

from django import template

register = template.Library()

register.filter("json", lambda nilai: json.dumps(nilai, ensure_ascii=False))
