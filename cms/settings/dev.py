"""For engineers: tracebacks in the browser, templates and code reloaded."""

from .lokal import *

DEBUG = True
